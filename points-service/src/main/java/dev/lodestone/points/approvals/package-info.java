/**
 * A second person for what one may not do alone: it keeps what was proposed, shows it with a hash, and lets somebody else decide on what
 * they saw. It knows nothing of what is proposed: kind and content are the caller's. Entry points are {@link
 * dev.lodestone.points.approvals.ProposalService} for proposals of their own, and {@link dev.lodestone.points.approvals.Proposed} for
 * those that are a state of something else. It calls no other package.
 */
@NullMarked
package dev.lodestone.points.approvals;

import org.jspecify.annotations.NullMarked;
