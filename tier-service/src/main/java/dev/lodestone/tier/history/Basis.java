package dev.lodestone.tier.history;

/** Why a member has a level. Of several of one level the first in this order is named. */
public enum Basis {
    /** Set by an operator, who gave a reason; neither rises nor falls until it ends. */
    LOCKED,
    /** The highest that an operator allows until it ends, though more is earned. */
    CEILING,
    /** Reached by growth. */
    EARNED,
    /** The lowest that an operator allows until it ends. */
    FLOOR,
    /** Bought. */
    PAID,
    /** Offered to a chosen member. */
    INVITED,
    /** Given as a reward or to a segment. */
    GRANTED,
    /** To try it. */
    TRIAL
}
