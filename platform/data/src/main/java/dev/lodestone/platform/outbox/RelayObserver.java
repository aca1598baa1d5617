package dev.lodestone.platform.outbox;

/** Sees what the relay does; the relay itself runs without a container in tests. */
interface RelayObserver {
    void relayed(int rows);

    void quarantined(OutboxSender.Refused refused);

    /** The rows of {@code topic} wait: the broker does not have it, or still does not have it. */
    void topicMissing(String topic);

    void measured(OutboxTable.Backlog backlog);

    /** The relay starts again after {@code failure}. */
    void failed(Throwable failure);
}
