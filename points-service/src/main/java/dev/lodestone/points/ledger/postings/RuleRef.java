package dev.lodestone.points.ledger.postings;

/** The version of a rule that a posting is due to. */
public record RuleRef(String code, int version) {}
