package dev.lodestone.points.earning.rules;

import static dev.lodestone.points.expressions.ExpressionVariables.struct;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.lodestone.events.EventType;
import dev.lodestone.points.expressions.ExpressionVariables;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The event types that rules can pay for, and the data that conditions can read: the event's data and the member context. */
final class EventShape {
    private static final CelType STRINGS = MapType.create(SimpleType.STRING, SimpleType.STRING);
    private static final StructType MONEY =
            struct("Money", Map.of("amountMinor", SimpleType.INT, "currency", SimpleType.STRING));
    private static final StructType ITEM = struct(
            "OrderItem", Map.of("sku", SimpleType.STRING, "quantity", SimpleType.INT, "amountMinor", SimpleType.INT));
    /** Without name and email: rules do not need them, so recorded events do not contain them. */
    private static final StructType PROFILE = struct(
            "MemberProfile",
            Map.of(
                    "emailConsent",
                    SimpleType.BOOL,
                    "birthday",
                    SimpleType.STRING,
                    "zone",
                    SimpleType.STRING,
                    "attributes",
                    STRINGS));

    /** The name of the member context in conditions. */
    static final String MEMBER_VARIABLE = "member";

    /** The member context; {@code firstOrderAt} and {@code lastOrderAt} are missing before the first order. */
    static final StructType MEMBER = struct(
            "Member",
            Map.of(
                    "tier",
                    SimpleType.STRING,
                    "attributes",
                    STRINGS,
                    "orders",
                    SimpleType.INT,
                    "amountMinor",
                    SimpleType.INT,
                    "firstOrderAt",
                    SimpleType.TIMESTAMP,
                    "lastOrderAt",
                    SimpleType.TIMESTAMP));

    private static final Map<EventType, StructType> SHAPES = shapes();
    private static final CelTypeProvider STRUCTS = ExpressionVariables.providing(
            Stream.concat(Stream.of(MONEY, ITEM, PROFILE, MEMBER), SHAPES.values().stream())
                    .toList());

    private EventShape() {}

    /** The variables of conditions for events of {@code type}. */
    static ExpressionVariables variables(EventType type) {
        return new ExpressionVariables(
                Map.of("event", of(type), MEMBER_VARIABLE, MEMBER, "occurredAt", SimpleType.TIMESTAMP), STRUCTS);
    }

    /** The shape of the data of {@code type}. */
    static StructType of(EventType type) {
        StructType shape = SHAPES.get(type);
        if (shape == null) {
            throw new IllegalArgumentException("rules cannot pay for " + type);
        }
        return shape;
    }

    /**
     * The event type {@code factType}.
     *
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-rule} if rules cannot pay for it
     */
    static EventType payable(String factType) {
        return EventType.ofType(factType)
                .filter(SHAPES::containsKey)
                .orElseThrow(() -> RuleProblems.invalid("factType must be one of "
                        + SHAPES.keySet().stream().map(EventType::type).toList() + ", but was " + factType));
    }

    private static Map<EventType, StructType> shapes() {
        Map<EventType, StructType> shapes = new EnumMap<>(EventType.class);
        shapes.put(
                EventType.ORDER_COMPLETED,
                struct(
                        "OrderCompleted",
                        Map.of(
                                "orderId",
                                SimpleType.STRING,
                                "total",
                                MONEY,
                                "items",
                                ListType.create(ITEM),
                                "channel",
                                SimpleType.STRING)));
        shapes.put(EventType.MEMBER_REGISTERED, struct("MemberRegistered", Map.of("profile", PROFILE)));
        shapes.put(
                EventType.BEHAVIOUR_RECORDED,
                struct(
                        "BehaviourRecorded",
                        Map.of("action", SimpleType.STRING, "target", SimpleType.STRING, "attributes", STRINGS)));
        shapes.put(
                EventType.CHECKED_IN,
                struct("CheckedIn", Map.of("localDate", SimpleType.STRING, "streakDays", SimpleType.INT)));
        shapes.put(EventType.POST_PUBLISHED, texts("PostPublished", "postId", "circleId"));
        shapes.put(EventType.POST_COMMENTED, texts("PostCommented", "commentId", "postId", "circleId"));
        shapes.put(
                EventType.OFFER_ACCEPTED,
                struct(
                        "OfferAccepted",
                        Map.of(
                                "offerId",
                                SimpleType.STRING,
                                "campaignId",
                                SimpleType.STRING,
                                "bonusPoints",
                                SimpleType.INT,
                                "orderId",
                                SimpleType.STRING)));
        return shapes;
    }

    private static StructType texts(String name, String... fields) {
        return struct(name, Arrays.stream(fields).collect(Collectors.toMap(field -> field, field ->
                (CelType) SimpleType.STRING)));
    }
}
