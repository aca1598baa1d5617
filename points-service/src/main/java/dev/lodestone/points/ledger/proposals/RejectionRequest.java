package dev.lodestone.points.ledger.proposals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A request to reject a proposal.
 *
 * @param contentHash the hash of the proposal that the operator read
 */
public record RejectionRequest(
        @NotBlank @Size(max = 64) String contentHash,
        @NotBlank @Size(max = 200) String reason) {}
