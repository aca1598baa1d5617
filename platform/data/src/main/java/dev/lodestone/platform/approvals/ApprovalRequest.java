package dev.lodestone.platform.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * {@snippet lang=json :
 * {"contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
 * }
 *
 * @param contentHash the hash of the content that the approver read
 */
public record ApprovalRequest(@NotBlank @Size(max = 64) String contentHash) {}
