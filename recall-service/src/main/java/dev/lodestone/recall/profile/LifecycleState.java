package dev.lodestone.recall.profile;

/** Where a member with at least one order stands on a given day; {@link LifecycleRule} decides. */
public enum LifecycleState {
    /** Ordered for the first time a short while ago. */
    NEW,
    /** No longer new, and ordered a short while ago. */
    ACTIVE,
    /** Has not ordered for a while, but may be won back. */
    DORMANT,
    /** Has not ordered for long. */
    CHURNED
}
