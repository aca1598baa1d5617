package dev.lodestone.points.ledger;

/** The version of a rule that a posting is due to. */
public record RuleRef(String code, int version) {}
