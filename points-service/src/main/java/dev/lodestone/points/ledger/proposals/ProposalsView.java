package dev.lodestone.points.ledger.proposals;

import dev.lodestone.points.approvals.ProposalView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the page of older proposals, or {@code null} if there are none */
public record ProposalsView(
        List<ProposalView> items, @Nullable String next) {
    /** The page of {@code found}, which are newest first and hold one more than {@code limit} if there is an older page. */
    static ProposalsView of(List<ProposalView> found, int limit) {
        List<ProposalView> items = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        return new ProposalsView(
                items, found.size() > limit ? items.getLast().id().toString() : null);
    }
}
