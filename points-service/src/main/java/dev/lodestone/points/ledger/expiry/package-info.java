/**
 * Books due items: confirms pending points, releases holds and expires lots. Notifies members of lots that expire soon. It reads the clock.
 * Its entry point is {@link dev.lodestone.points.ledger.expiry.ExpiryService}. It calls {@code ledger.account} and {@code
 * ledger.postings}.
 */
@NullMarked
package dev.lodestone.points.ledger.expiry;

import org.jspecify.annotations.NullMarked;
