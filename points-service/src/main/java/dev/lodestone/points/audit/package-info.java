/**
 * The audit log: actor, action, subject, the state before and after, reason, trace; append-only. Entries are written in the transaction
 * of the action that they record. Its entry points are {@link dev.lodestone.points.audit.AuditService} and {@link
 * dev.lodestone.points.audit.AuditSessionService}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.audit;

import org.jspecify.annotations.NullMarked;
