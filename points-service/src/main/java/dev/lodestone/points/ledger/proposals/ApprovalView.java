package dev.lodestone.points.ledger.proposals;

import dev.lodestone.points.approvals.ProposalView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The result of an approval.
 *
 * @param result the answer that the request gets if no approval is needed: a posting, the postings of a reversal, or a hold
 */
@RegisterForReflection
public record ApprovalView(ProposalView proposal, Object result) {}
