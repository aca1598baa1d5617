package dev.lodestone.recall.campaigns;

import dev.lodestone.recall.profile.LifecycleState;

/** Whom a campaign is for. */
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
