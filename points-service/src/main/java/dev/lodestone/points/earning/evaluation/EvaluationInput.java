package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact with what was known of its member when it was booked: all that rules may look at. Not for use by several threads. */
public final class EvaluationInput {
    private final MemberId member;
    private final Fact fact;
    private final Instant occurredAt;
    private final MemberContext context;
    private @Nullable Map<String, Object> variables;

    public EvaluationInput(MemberId member, Fact fact, Instant occurredAt, MemberContext context) {
        this.member = member;
        this.fact = fact;
        this.occurredAt = occurredAt;
        this.context = context;
    }

    public MemberId member() {
        return member;
    }

    public Fact fact() {
        return fact;
    }

    public EventType type() {
        return EventType.of(fact);
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public MemberContext context() {
        return context;
    }

    /** The total of the order, 0 for other facts. */
    long amountMinor() {
        return fact instanceof OrderCompleted order ? order.total().amountMinor() : 0;
    }

    /** What conditions see; made when the first one asks. */
    Map<String, Object> variables() {
        if (variables == null) {
            variables =
                    Map.of("event", EventCodec.fields(fact), "member", context.variables(), "occurredAt", occurredAt);
        }
        return variables;
    }
}
