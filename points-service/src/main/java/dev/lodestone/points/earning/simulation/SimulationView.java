package dev.lodestone.points.earning.simulation;

import dev.lodestone.points.earning.evaluation.RuleExplanation;
import java.util.List;

/** What each rule would say, the tried version among them; caps and budgets count as unused. */
public record SimulationView(List<RuleExplanation> rules) {}
