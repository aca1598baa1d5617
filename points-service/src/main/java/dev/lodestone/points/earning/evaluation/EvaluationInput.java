package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event with the member context at its processing: all data that rules can read. Not thread-safe. */
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

    /** The total of an order in minor units; 0 for other events. */
    long amountMinor() {
        return fact instanceof OrderCompleted order ? order.total().amountMinor() : 0;
    }

    /** The variables of conditions, created at the first call. */
    Map<String, Object> variables() {
        if (variables == null) {
            variables =
                    Map.of("event", EventCodec.fields(fact), "member", context.variables(), "occurredAt", occurredAt);
        }
        return variables;
    }
}
