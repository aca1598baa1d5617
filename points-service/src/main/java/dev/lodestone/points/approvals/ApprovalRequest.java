package dev.lodestone.points.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param contentHash the hash of the content that the approver read */
public record ApprovalRequest(@NotBlank @Size(max = 64) String contentHash) {}
