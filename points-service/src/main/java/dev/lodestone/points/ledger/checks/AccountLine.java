package dev.lodestone.points.ledger.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account, its last posting, and the sums of its lots and open holds. All numbers are zero where there is none.
 *
 * @param turnover what the account says that it received and gave in all
 * @param posted what its postings say that it received and gave in all
 * @param floor the lowest balance that a refund may leave
 * @param overdrawn true if a posting has left less than nothing
 * @param lots sums of the pending, remaining and held units of its lots
 * @param openHolds units reserved by its open holds
 */
record AccountLine(
        UUID member,
        String asset,
        Sum account,
        Sum lastPosting,
        @Nullable UUID lastPostingId,
        Turnover turnover,
        Turnover posted,
        long floor,
        boolean overdrawn,
        Parts lots,
        long openHolds) {
    record Sum(long version, long available, long pending, long held) {}

    record Turnover(long credits, long debits) {}

    record Parts(long remaining, long pending, long held) {}

    /** The differences. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!account.equals(lastPosting) || !turnover.equals(posted)) {
            add(
                    findings,
                    FindingKind.ACCOUNT_DIFFERS,
                    "the account has " + account + " of " + turnover + ", its last posting has " + lastPosting
                            + ", all its postings have " + posted);
        } else if (floor < 0 && !overdrawn) {
            add(
                    findings,
                    FindingKind.ACCOUNT_DIFFERS,
                    "the floor of the account is " + floor + ", but no refund has overdrawn it");
        }
        // An overdraft is in no lot: lots sum up to 0 when the balance is negative.
        Parts expected = new Parts(Math.max(0, account.available()), account.pending(), account.held());
        if (!lots.equals(expected)) {
            add(findings, FindingKind.LOTS_DIFFER, "the lots have " + lots + ", the account has " + account);
        }
        if (openHolds != account.held()) {
            add(findings, FindingKind.HOLDS_DIFFER, "open holds reserve " + openHolds + ", the account has " + account);
        }
        return findings;
    }

    private void add(List<Finding> findings, FindingKind kind, String detail) {
        findings.add(new Finding(kind, null, member, asset, account.version(), lastPostingId, detail));
    }
}
