package dev.lodestone.points.earning.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the brand knew of a member when a fact was booked, as far as conditions may ask.
 *
 * @param tier code of the level; empty before the enrolment is told
 * @param attributes as the brand told them
 * @param orders completed ones so far
 * @param amountMinor their totals, refunds not deducted
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberContext(
        String tier,
        Map<String, String> attributes,
        long orders,
        long amountMinor,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt) {
    /** Nothing is known yet. */
    public static final MemberContext UNKNOWN = new MemberContext("", Map.of(), 0, 0, null, null);

    public MemberContext {
        attributes = Map.copyOf(attributes);
    }

    public MemberContext withTier(String code) {
        return new MemberContext(code, attributes, orders, amountMinor, firstOrderAt, lastOrderAt);
    }

    public MemberContext withAttributes(Map<String, String> newAttributes) {
        return new MemberContext(tier, newAttributes, orders, amountMinor, firstOrderAt, lastOrderAt);
    }

    /** After one more completed order. */
    public MemberContext withOrder(long orderMinor, Instant at) {
        return new MemberContext(
                tier,
                attributes,
                orders + 1,
                Math.addExact(amountMinor, orderMinor),
                firstOrderAt == null || at.isBefore(firstOrderAt) ? at : firstOrderAt,
                lastOrderAt == null || at.isAfter(lastOrderAt) ? at : lastOrderAt);
    }

    /** After the amount of an order was corrected by {@code changeMinor}. */
    public MemberContext withCorrectedAmount(long changeMinor) {
        long corrected = Math.max(0, Math.addExact(amountMinor, changeMinor));
        return new MemberContext(tier, attributes, orders, corrected, firstOrderAt, lastOrderAt);
    }

    /** As conditions see it. */
    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("tier", tier);
        variables.put("attributes", attributes);
        variables.put("orders", orders);
        variables.put("amountMinor", amountMinor);
        if (firstOrderAt != null) {
            variables.put("firstOrderAt", firstOrderAt);
        }
        if (lastOrderAt != null) {
            variables.put("lastOrderAt", lastOrderAt);
        }
        return variables;
    }
}
