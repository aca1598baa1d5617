package dev.lodestone.platform.deadletters;

/** Whose failure a dead letter is; the owner has to mend it before it is handled again. */
public enum FailureOwner {
    /** The record breaks the contract, or contradicts what is known. */
    SENDER,
    /** The record is sound; handling it fails by a defect of ours. */
    US
}
