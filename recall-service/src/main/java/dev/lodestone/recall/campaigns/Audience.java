package dev.lodestone.recall.campaigns;

import dev.lodestone.recall.profile.LifecycleState;

/** The members that a campaign addresses. */
public enum Audience {
    /** Members who have not ordered for a while. */
    DORMANT(LifecycleState.DORMANT);

    private final LifecycleState state;

    Audience(LifecycleState state) {
        this.state = state;
    }

    public LifecycleState state() {
        return state;
    }
}
