package dev.lodestone.platform.inbox;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.deadletters.FailureOwner;
import dev.lodestone.platform.deadletters.RawRecord;
import dev.lodestone.platform.deadletters.SetAside;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record from Kafka after its check against the contract: an event, or a record that its sender must correct. */
sealed interface InboundRecord {
    RawRecord raw();

    /**
     * @param key identifies the event
     * @param checksum of what the event says
     */
    record Accepted(RawRecord raw, Event<Fact> event, UUID key, int checksum) implements InboundRecord {
        static Accepted of(RawRecord raw, Event<Fact> event) {
            return new Accepted(raw, event, event.key(), EventCodec.checksum(event));
        }

        SetAside rejected(RejectedEvent why) {
            return new SetAside(raw, FailureOwner.SENDER, why.reason(), why.detail(), type());
        }

        /** Becomes a dead letter because another event with this key had its effect. */
        SetAside reusesId() {
            return new SetAside(
                    raw,
                    FailureOwner.SENDER,
                    "id-reused",
                    "an event with this source and id, but other content, has had its effect; send a correction under an id of its own",
                    type());
        }

        /** Becomes a dead letter because processing fails by a defect of the service. */
        SetAside defect(Throwable failure) {
            return new SetAside(
                    raw,
                    FailureOwner.US,
                    "defect",
                    failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                    type());
        }

        private String type() {
            return EventType.of(event.fact()).type();
        }
    }

    /**
     * @param reason a stable code
     * @param detail what is wrong and what to send instead
     * @param type if the record could be read
     */
    record Refused(
            RawRecord raw,
            String reason,
            String detail,
            @Nullable String type) implements InboundRecord {
        SetAside setAside() {
            return new SetAside(raw, FailureOwner.SENDER, reason, detail, type);
        }
    }

    /** An event of an earlier batch, encoded again; the position of its record is no longer known. */
    static Accepted earlier(Event<Fact> event) {
        EventType type = EventType.of(event.fact());
        byte[] key = event.member().toString().getBytes(StandardCharsets.UTF_8);
        RawRecord raw = RawRecord.unlocated(type.topic(), key, EventCodec.encode(event));
        return Accepted.of(raw, event);
    }
}
