package dev.lodestone.events;

/** The Kafka topics by which services meet. The key of every record is the member id, so one member's events keep their order. */
public final class Topic {
    public static final String ORDERS = "orders";
    public static final String MEMBERS = "members";
    public static final String BEHAVIOURS = "behaviours";
    public static final String POINTS = "points";
    public static final String TIERS = "tiers";
    public static final String COMMUNITY = "community";
    public static final String RECALL = "recall";

    private Topic() {}

    /** Where events of {@code topic} go that can never be handled, each with its reason in the headers. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }
}
