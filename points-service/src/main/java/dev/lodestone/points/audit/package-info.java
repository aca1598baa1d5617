/**
 * What people did to what is kept: actor, action, subject, the state before and after, why, and the trace. Entries are only ever appended,
 * in the transaction of what they record. Entry points are {@link dev.lodestone.points.audit.AuditService} for effects in SQL and {@link
 * dev.lodestone.points.audit.AuditSessionService} for those in a Hibernate session. It calls no other package.
 */
@NullMarked
package dev.lodestone.points.audit;

import org.jspecify.annotations.NullMarked;
