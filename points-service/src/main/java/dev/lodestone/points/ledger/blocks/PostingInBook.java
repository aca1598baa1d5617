package dev.lodestone.points.ledger.blocks;

import org.jspecify.annotations.Nullable;

/**
 * A posting with the balances of its account before it.
 *
 * @param before the balances after the preceding posting; {@code null} if there is none
 * @param hasAccount whether its account exists; set for the first posting of an account only
 */
public record PostingInBook(SealedPosting posting, @Nullable Before before, boolean hasAccount) {
    public record Before(long available, long pending, long held) {
        private static final Before NOTHING = new Before(0, 0, 0);
    }

    /** True if it is the first posting of its account or its predecessor exists. */
    public boolean followsAnother() {
        return posting.place().version() == 1 || before != null;
    }

    /** True if the balances after it are the balances before it plus its movement. */
    public boolean addsUp() {
        Before was = before == null ? Before.NOTHING : before;
        return posting.availableAfter() == was.available() + change("AVAILABLE")
                && posting.pendingAfter() == was.pending() + change("PENDING")
                && posting.heldAfter() == was.held() + change("HELD");
    }

    private long change(String account) {
        return (posting.to().equals(account) ? posting.amount() : 0)
                - (posting.from().equals(account) ? posting.amount() : 0);
    }
}
