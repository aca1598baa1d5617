/**
 * The audit log: actor, action, subject, the state before and after, reason, trace; append-only. Entries are written in the transaction
 * of the action that they record. Its entry points are {@link dev.lodestone.platform.audit.AuditService} and {@link
 * dev.lodestone.platform.audit.AuditSessionService}. It calls {@code ids} and {@code json}.
 */
@NullMarked
package dev.lodestone.platform.audit;

import org.jspecify.annotations.NullMarked;
