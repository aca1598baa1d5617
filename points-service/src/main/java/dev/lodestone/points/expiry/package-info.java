/**
 * Books what time brings by itself (pending value confirmed, holds that ran out released, lots that lapsed closed) and tells members of
 * what will lapse soon. The clock enters here; it may call the ledger.
 */
@NullMarked
package dev.lodestone.points.expiry;

import org.jspecify.annotations.NullMarked;
