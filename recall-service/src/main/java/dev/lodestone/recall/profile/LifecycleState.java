package dev.lodestone.recall.profile;

/** The state of a member with at least one order on a given day; {@link LifecycleRule} decides. */
public enum LifecycleState {
    /** The first order was a short time ago. */
    NEW,
    /** No longer new, and the last order was a short time ago. */
    ACTIVE,
    /** No order for some time, but the member may return. */
    DORMANT,
    /** No order for a long time. */
    CHURNED
}
