package dev.lodestone.points.ledger.proposals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param contentHash the hash of the proposal that the approver read */
public record ApprovalRequest(@NotBlank @Size(max = 64) String contentHash) {}
