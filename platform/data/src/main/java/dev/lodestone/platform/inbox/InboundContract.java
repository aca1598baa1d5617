package dev.lodestone.platform.inbox;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.cloudevents.UnreadableEventException;
import dev.lodestone.platform.deadletters.RawRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that every record must satisfy before it has an effect, in all services: it is an event of the suite, its type belongs to its
 * topic, its key is its subject, its source may write to the topic, and its time is not in the future.
 *
 * @param sources by topic, the sources that may write to it; a topic without an entry accepts every source
 * @param futureMax how far in the future the time of an event may be
 */
record InboundContract(Map<String, List<String>> sources, Duration futureMax) {

    InboundRecord check(RawRecord raw, Instant now) {
        try {
            Event<Fact> event = EventCodec.decode(raw.value());
            EventType type = EventType.of(event.fact());
            InboundRecord.Refused refused = refusal(raw, event, type, now);
            return refused != null ? refused : InboundRecord.Accepted.of(raw, event);
        } catch (UnreadableEventException unreadable) {
            return new InboundRecord.Refused(raw, "unreadable", String.valueOf(unreadable.getMessage()), null);
        }
    }

    private InboundRecord.@Nullable Refused refusal(RawRecord raw, Event<Fact> event, EventType type, Instant now) {
        if (!type.topic().equals(raw.topic())) {
            return refused(raw, type, "wrong-topic", "send " + type.type() + " to the topic " + type.topic());
        }
        if (!isKey(raw.keyText(), event)) {
            return refused(raw, type, "wrong-key", "the record's key must be the event's subject");
        }
        List<String> allowed = sources.get(raw.topic());
        if (allowed != null && !allowed.contains(event.source())) {
            return refused(
                    raw, type, "unknown-source", "this source is not in the list of those that may write to the topic");
        }
        if (event.occurredAt().isAfter(now.plus(futureMax))) {
            return refused(
                    raw,
                    type,
                    "future-time",
                    "time lies in the future: more than " + futureMax + " ahead; set the sender's clock right");
        }
        return null;
    }

    /** Whether {@code key} names the event's member, so that one member's events stay in one partition. */
    private static boolean isKey(@Nullable String key, Event<Fact> event) {
        try {
            return key != null && MemberId.of(key).equals(event.member());
        } catch (IllegalArgumentException noReference) {
            return false;
        }
    }

    private static InboundRecord.Refused refused(RawRecord raw, EventType type, String reason, String detail) {
        return new InboundRecord.Refused(raw, reason, detail, type.type());
    }
}
