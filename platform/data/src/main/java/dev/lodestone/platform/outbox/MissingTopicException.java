package dev.lodestone.platform.outbox;

/** The broker answers, but does not know a topic and does not create it. */
final class MissingTopicException extends Exception {
    private final String topic;

    MissingTopicException(String topic, Throwable cause) {
        super("the broker has no topic " + topic, cause);
        this.topic = topic;
    }

    String topic() {
        return topic;
    }
}
