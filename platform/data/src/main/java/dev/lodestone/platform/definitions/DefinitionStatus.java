package dev.lodestone.platform.definitions;

/** The state of a version. */
public enum DefinitionStatus {
    DRAFT,
    /** Must be approved by a second operator. */
    PROPOSED,
    PUBLISHED
}
