package dev.lodestone.platform.deadletters;

/** The owner of the failure, who must correct it before the dead letter is redriven. */
public enum FailureOwner {
    /** The record violates the contract, or contradicts known data. */
    SENDER,
    /** The record is correct; processing it fails because of a defect of the service. */
    US
}
