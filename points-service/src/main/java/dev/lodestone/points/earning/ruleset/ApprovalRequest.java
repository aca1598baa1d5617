package dev.lodestone.points.earning.ruleset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param contentHash of the version as it was read, see {@link RuleView.Publication} */
public record ApprovalRequest(@NotBlank @Size(max = 64) String contentHash) {}
