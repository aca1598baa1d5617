/**
 * A second person for what one may not do alone: keeps what was proposed, shows it with a hash, lets another person decide. It does not
 * know what is proposed: kind and content are the caller's. Its entry points are {@link dev.lodestone.points.approvals.ProposalService}
 * and {@link dev.lodestone.points.approvals.Proposed}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.approvals;

import org.jspecify.annotations.NullMarked;
