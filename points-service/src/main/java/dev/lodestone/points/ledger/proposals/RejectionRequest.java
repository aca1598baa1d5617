package dev.lodestone.points.ledger.proposals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a proposal is rejected.
 *
 * @param contentHash the hash that came with the proposal that was read
 */
public record RejectionRequest(
        @NotBlank @Size(max = 64) String contentHash,
        @NotBlank @Size(max = 200) String reason) {}
