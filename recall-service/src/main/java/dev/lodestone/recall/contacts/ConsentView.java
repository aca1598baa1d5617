package dev.lodestone.recall.contacts;

import java.time.Instant;

/**
 * A reported consent or refusal of a member for a channel.
 *
 * {@snippet lang=json :
 * {
 *   "seq": 41, "channel": "EMAIL", "agreed": true, "consent": true, "source": "/crm",
 *   "occurredAt": "2026-03-01T04:30:00Z", "receivedAt": "2026-03-01T04:30:01Z"
 * }
 * }
 *
 * @param seq position in the order of arrival
 * @param agreed the reported value
 * @param consent whether the member consents after this report
 * @param source of the event
 * @param occurredAt business time, by the clock of the source
 * @param receivedAt time of arrival, by our clock
 */
record ConsentView(
        long seq,
        Channel channel,
        boolean agreed,
        boolean consent,
        String source,
        Instant occurredAt,
        Instant receivedAt) {

    /** A channel for messages to members. */
    enum Channel {
        EMAIL
    }
}
