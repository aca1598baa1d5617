package dev.lodestone.points.verification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account beside its last posting; all zero where there is none. */
record AccountLine(
        UUID member,
        String asset,
        Sum account,
        Sum lastPosting,
        @Nullable UUID lastPostingId) {
    record Sum(long version, long available, long pending, long held) {}

    boolean agrees() {
        return account.equals(lastPosting);
    }

    Finding finding() {
        return new Finding(
                FindingKind.ACCOUNT_DIFFERS,
                null,
                member,
                asset,
                account.version(),
                lastPostingId,
                "the account has " + account + ", its last posting left " + lastPosting);
    }
}
