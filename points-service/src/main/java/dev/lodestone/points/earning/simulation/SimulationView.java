package dev.lodestone.points.earning.simulation;

import dev.lodestone.points.earning.evaluation.RuleExplanation;
import java.util.List;

/** The outcome of each rule, including the tried version; caps and budgets count as unused. */
public record SimulationView(List<RuleExplanation> rules) {}
