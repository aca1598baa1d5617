/**
 * Deletes rows after their retention. A service names its own tables by implementing {@link
 * dev.lodestone.platform.retention.RetainedTables}. It calls {@code sql} and {@code transactions}.
 */
@NullMarked
package dev.lodestone.platform.retention;

import org.jspecify.annotations.NullMarked;
