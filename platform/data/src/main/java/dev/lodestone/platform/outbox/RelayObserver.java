package dev.lodestone.platform.outbox;

/** Observes the relay; in tests the relay runs without a container. */
interface RelayObserver {
    void relayed(int rows);

    void quarantined(OutboxSender.Refused refused);

    /** The rows of {@code topic} wait: the broker does not have it, or still does not have it. */
    void topicMissing(String topic);

    void measured(OutboxTable.Backlog backlog);

    /** The relay starts again after {@code failure}. */
    void failed(Throwable failure);
}
