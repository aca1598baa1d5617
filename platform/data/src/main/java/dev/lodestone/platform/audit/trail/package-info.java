/**
 * The audit trail as administrators read it. Services enter by a subclass of {@link dev.lodestone.platform.audit.trail.AuditEndpoints}. It
 * calls {@code json}, {@code paging}, {@code problem}, {@code sql} and {@code transactions}.
 */
@NullMarked
package dev.lodestone.platform.audit.trail;

import org.jspecify.annotations.NullMarked;
