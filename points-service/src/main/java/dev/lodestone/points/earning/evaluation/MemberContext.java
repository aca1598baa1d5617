package dev.lodestone.points.earning.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data about a member that conditions can read, as of the processing of an event.
 *
 * @param tier code of the tier; empty before the enrolment arrives
 * @param attributes the brand's attributes of the member
 * @param orders number of completed orders
 * @param amountMinor sum of their totals in minor units, without deducting refunds
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
    /** The context of a member without any recorded event. */
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

    /** The context after one more completed order. */
    public MemberContext withOrder(long orderMinor, Instant at) {
        return new MemberContext(
                tier,
                attributes,
                orders + 1,
                Math.addExact(amountMinor, orderMinor),
                firstOrderAt == null || at.isBefore(firstOrderAt) ? at : firstOrderAt,
                lastOrderAt == null || at.isAfter(lastOrderAt) ? at : lastOrderAt);
    }

    /** The context after the total of an order changed by {@code changeMinor}. */
    public MemberContext withCorrectedAmount(long changeMinor) {
        long corrected = Math.max(0, Math.addExact(amountMinor, changeMinor));
        return new MemberContext(tier, attributes, orders, corrected, firstOrderAt, lastOrderAt);
    }

    /** The variables of {@code member} in conditions. */
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
