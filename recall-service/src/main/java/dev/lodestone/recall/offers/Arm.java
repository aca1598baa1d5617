package dev.lodestone.recall.offers;

/** What happens to a participant of a campaign. */
public enum Arm {
    /** Gets the offer and is written to. */
    TREATMENT,
    /** Is never written to by this campaign, so that its effect can be told from what would have happened anyway. */
    HOLD_OUT
}
