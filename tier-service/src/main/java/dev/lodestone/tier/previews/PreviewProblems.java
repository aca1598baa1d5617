package dev.lodestone.tier.previews;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class PreviewProblems {
    static final ProblemType PREVIEW_TIME =
            new ProblemType("preview-time", 400, "Levels cannot be compared at this time");

    private PreviewProblems() {}
}
