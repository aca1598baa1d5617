package dev.lodestone.points.ledger;

/** What an account holds, in whole units. */
public enum Asset {
    POINTS
}
