package dev.lodestone.platform.deadletters.operations;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of the dead letters' endpoints. */
final class DeadLettersProblems {
    static final ProblemType DEAD_LETTER_UNKNOWN =
            new ProblemType("dead-letter-unknown", 404, "There is no such dead letter");
    static final ProblemType CHANNEL_NOT_PAUSED =
            new ProblemType("channel-not-paused", 404, "This channel is not paused");

    private DeadLettersProblems() {}
}
