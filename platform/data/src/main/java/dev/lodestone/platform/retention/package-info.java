/**
 * Deletes rows after their retention. A service names its own tables by implementing {@link dev.lodestone.platform.retention.Retained}. It
 * calls transactions.
 */
@NullMarked
package dev.lodestone.platform.retention;

import org.jspecify.annotations.NullMarked;
