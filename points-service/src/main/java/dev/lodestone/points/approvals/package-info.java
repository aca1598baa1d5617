/**
 * Approval by a second operator: stores a proposal, shows it with a hash of its content, and lets another operator decide. It does not
 * interpret proposals: kind and content belong to the caller. Its entry points are {@link dev.lodestone.points.approvals.ProposalService}
 * and {@link dev.lodestone.points.approvals.PendingApproval}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.approvals;

import org.jspecify.annotations.NullMarked;
