package dev.lodestone.events;

import dev.lodestone.events.behaviours.BehaviourRecorded;
import dev.lodestone.events.community.CheckedIn;
import dev.lodestone.events.community.PostCommented;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.points.PointsExpiring;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.events.recall.OfferMade;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.events.tiers.MemberEnrolled;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event of the suite: its CloudEvents {@code type}, its topic and the record of its data. The names are contract; a change that
 * readers could notice is a new version beside the old one.
 */
public enum EventType {
    ORDER_COMPLETED("brand.order.completed.v1", Topic.ORDERS, OrderCompleted.class),
    ORDER_CANCELLED("brand.order.cancelled.v1", Topic.ORDERS, OrderCancelled.class),
    ORDER_REFUNDED("brand.order.refunded.v1", Topic.ORDERS, OrderRefunded.class),
    ORDER_PAID("brand.order.paid.v1", Topic.ORDERS, OrderPaid.class),
    MEMBER_REGISTERED("brand.member.registered.v1", Topic.MEMBERS, MemberRegistered.class),
    MEMBER_UPDATED("brand.member.updated.v1", Topic.MEMBERS, MemberUpdated.class),
    BEHAVIOUR_RECORDED("brand.behaviour.recorded.v1", Topic.BEHAVIOURS, BehaviourRecorded.class),
    POINTS_POSTED("dev.lodestone.ledger.posted.v1", Topic.POINTS, PointsPosted.class),
    POINTS_EXPIRING("dev.lodestone.notices.expiring.v1", Topic.POINTS, PointsExpiring.class),
    MEMBER_ENROLLED("dev.lodestone.membership.enrolled.v1", Topic.TIERS, MemberEnrolled.class),
    LEVEL_CHANGED("dev.lodestone.qualification.levelchanged.v1", Topic.TIERS, LevelChanged.class),
    LOSS_COMING("dev.lodestone.qualification.losscoming.v1", Topic.TIERS, LossComing.class),
    CHECKED_IN("dev.lodestone.challenges.checkedin.v1", Topic.COMMUNITY, CheckedIn.class),
    POST_PUBLISHED("dev.lodestone.posts.published.v1", Topic.COMMUNITY, PostPublished.class),
    POST_COMMENTED("dev.lodestone.posts.commented.v1", Topic.COMMUNITY, PostCommented.class),
    OFFER_MADE("dev.lodestone.campaigns.offermade.v1", Topic.RECALL, OfferMade.class),
    OFFER_ACCEPTED("dev.lodestone.campaigns.offeraccepted.v1", Topic.RECALL, OfferAccepted.class);

    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));
    private static final Map<Class<? extends Fact>, EventType> BY_FACT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::factClass, Function.identity()));

    private final String type;
    private final String topic;
    private final Class<? extends Fact> factClass;

    EventType(String type, String topic, Class<? extends Fact> factClass) {
        this.type = type;
        this.topic = topic;
        this.factClass = factClass;
    }

    /** The CloudEvents {@code type}. */
    public String type() {
        return type;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Fact> factClass() {
        return factClass;
    }

    /** The event of this CloudEvents {@code type}, if the suite knows it. */
    public static Optional<EventType> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The event whose data is {@code fact}. */
    public static EventType of(Fact fact) {
        EventType type = BY_FACT.get(fact.getClass());
        if (type == null) {
            throw new IllegalArgumentException(fact.getClass() + " is not in the list of event types");
        }
        return type;
    }
}
