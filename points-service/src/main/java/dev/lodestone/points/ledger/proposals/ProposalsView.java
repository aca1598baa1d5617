package dev.lodestone.points.ledger.proposals;

import dev.lodestone.points.approvals.ProposalView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page with older proposals; {@code null} if there is none */
public record ProposalsView(
        List<ProposalView> items, @Nullable String next) {
    /** Builds a page. {@code found} is newest first and has one more item than {@code limit} if there is another page. */
    static ProposalsView of(List<ProposalView> found, int limit) {
        List<ProposalView> items = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        return new ProposalsView(
                items, found.size() > limit ? items.getLast().id().toString() : null);
    }
}
