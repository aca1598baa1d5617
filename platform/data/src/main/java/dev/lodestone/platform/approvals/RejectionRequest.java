package dev.lodestone.platform.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A request to reject a proposal.
 *
 * {@snippet lang=json :
 * {
 *   "contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "reason": "no receipt"
 * }
 * }
 *
 * @param contentHash the hash of the proposal that the operator read
 */
public record RejectionRequest(
        @NotBlank @Size(max = 64) String contentHash,
        @NotBlank @Size(max = 200) String reason) {}
