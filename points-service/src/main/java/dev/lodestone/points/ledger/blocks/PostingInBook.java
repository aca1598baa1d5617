package dev.lodestone.points.ledger.blocks;

import org.jspecify.annotations.Nullable;

/**
 * A posting beside what its account added up to before it.
 *
 * @param before what the posting of the version before left, or {@code null} if the book has none
 * @param hasAccount whether there is an account for it; known of the first posting of an account only
 */
public record PostingInBook(SealedPosting posting, @Nullable Before before, boolean hasAccount) {
    public record Before(long available, long pending, long held) {
        private static final Before NOTHING = new Before(0, 0, 0);
    }

    /** Whether it is the first of its account, or the one before it is there. */
    public boolean followsAnother() {
        return posting.place().version() == 1 || before != null;
    }

    /** Whether what it says it left is what was there before and what it moved. */
    public boolean addsUp() {
        Before was = before == null ? Before.NOTHING : before;
        return posting.availableAfter() == was.available() + moved("AVAILABLE")
                && posting.pendingAfter() == was.pending() + moved("PENDING")
                && posting.heldAfter() == was.held() + moved("HELD");
    }

    private long moved(String account) {
        return (posting.to().equals(account) ? posting.amount() : 0)
                - (posting.from().equals(account) ? posting.amount() : 0);
    }
}
