package dev.lodestone.recall.contacts;

import java.time.Instant;

/**
 * What a member was reported to have said about a channel.
 *
 * @param seq its place in the order of arrival
 * @param agreed what was reported
 * @param consent whether the member agreed once the report had arrived
 * @param source of the event
 * @param occurredAt when it happened, by the source's clock
 * @param receivedAt when it arrived, by ours
 */
record ConsentView(
        long seq,
        Channel channel,
        boolean agreed,
        boolean consent,
        String source,
        Instant occurredAt,
        Instant receivedAt) {

    /** By what a member may be written to. */
    enum Channel {
        EMAIL
    }
}
