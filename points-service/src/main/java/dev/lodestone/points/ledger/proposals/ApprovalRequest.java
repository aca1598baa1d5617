package dev.lodestone.points.ledger.proposals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param contentHash the hash that came with the proposal that was read */
public record ApprovalRequest(@NotBlank @Size(max = 64) String contentHash) {}
