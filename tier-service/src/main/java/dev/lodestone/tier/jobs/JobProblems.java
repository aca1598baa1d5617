package dev.lodestone.tier.jobs;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class JobProblems {
    static final ProblemType JOB_UNKNOWN = new ProblemType("job-unknown", 404, "There is no such job");
    static final ProblemType JOB_ENDED = new ProblemType("job-ended", 409, "This job has ended");

    private JobProblems() {}
}
