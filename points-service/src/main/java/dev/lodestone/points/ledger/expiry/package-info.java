/**
 * Books what is due: confirms pending points, releases holds, expires lots; notifies members of what expires soon. The clock enters here.
 * Its entry point is {@link dev.lodestone.points.ledger.expiry.ExpiryService}. It calls {@code ledger.postings}.
 */
@NullMarked
package dev.lodestone.points.ledger.expiry;

import org.jspecify.annotations.NullMarked;
