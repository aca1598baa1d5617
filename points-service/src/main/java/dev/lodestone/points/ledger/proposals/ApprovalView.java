package dev.lodestone.points.ledger.proposals;

import dev.lodestone.points.approvals.ProposalView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What came of an approval.
 *
 * @param result what the request would have been answered without a second person: a posting, the postings of a reversal, or a hold
 */
@RegisterForReflection
public record ApprovalView(ProposalView proposal, Object result) {}
