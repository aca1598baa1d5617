package dev.lodestone.points.ledger.postings;

/** The version of the rule that made a posting. */
public record RuleRef(String code, int version) {}
