package dev.lodestone.points.earning.simulation;

import dev.lodestone.platform.problem.ProblemType;

/** What can be wrong with a request to simulate a rule. */
final class SimulationProblems {
    static final ProblemType UNREADABLE_FACT =
            new ProblemType("unreadable-fact", 400, "The fact is not of the shape that the rule pays for");

    private SimulationProblems() {}
}
