package dev.lodestone.recall.offers;

/** The group of a participant in a campaign. */
public enum Arm {
    /** Gets the offer and the message. */
    TREATMENT,
    /** Never gets a message of this campaign; the comparison shows the effect of the campaign. */
    HOLD_OUT
}
