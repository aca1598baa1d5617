package dev.lodestone.events;

/** The sources of the suite's own events, as {@code source} says in an event. Brand systems have sources of their own. */
public final class EventSource {
    public static final String POINTS = "/points-service";
    public static final String TIER = "/tier-service";
    public static final String COMMUNITY = "/community-service";
    public static final String RECALL = "/recall-service";

    private EventSource() {}
}
