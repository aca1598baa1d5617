package dev.lodestone.points.earning.simulation;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class SimulationProblems {
    static final ProblemType UNREADABLE_FACT =
            new ProblemType("unreadable-fact", 400, "The data does not match the event type of the rule");

    private SimulationProblems() {}
}
