package dev.lodestone.points.earning.ruleset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The approval of a proposed version.
 *
 * @param contentHash hash of the version that the operator read, see {@link RuleView.Publication}
 */
public record ApprovalRequest(@NotBlank @Size(max = 64) String contentHash) {}
