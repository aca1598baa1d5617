package dev.lodestone.recall.offers;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.events.recall.OfferMade;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.recall.channels.EmailIntent;
import dev.lodestone.recall.channels.EmailKey;
import dev.lodestone.recall.channels.EmailService;
import dev.lodestone.recall.profile.CountedOrder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Enrols members in campaigns and detects returns. Both hold the locks of the members' profile rows, so a return cannot happen between
 * the selection of a member and the offer.
 */
@ApplicationScoped
public class OfferService {
    private final OfferRepository offers;
    private final EmailService emails;
    private final Clock clock;

    OfferService(OfferRepository offers, EmailService emails, Clock clock) {
        this.offers = offers;
        this.emails = emails;
        this.clock = clock;
    }

    /**
     * Enrols those of {@code members} who are not participants yet. Treated members get an offer and an email in this transaction; held-out
     * members get nothing, now and later. The caller holds the members' locks.
     *
     * @return the number of newly enrolled members by arm
     */
    public Uni<Map<Arm, Long>> enrol(SqlConnection tx, Offering offering, List<MemberId> members) {
        return offers.enrol(tx, offering, members, clock.instant())
                .chain(enrolled -> offer(tx, offering, enrolled.treated())
                        .replaceWith(() -> Map.of(
                                Arm.TREATMENT, (long) enrolled.treated().size(), Arm.HOLD_OUT, enrolled.heldOut())));
    }

    private Uni<Void> offer(SqlConnection tx, Offering offering, List<MemberId> treated) {
        if (treated.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<EmailIntent> intents = treated.stream()
                .map(member -> new EmailIntent(member, OutboxRow.of(made(offering, member))))
                .toList();
        return offers.writeOffers(tx, offering, treated).chain(() -> emails.queue(tx, offering.message(), intents));
    }

    /**
     * Records the returns among {@code orders}, once for each participant, and publishes each accepted offer. A waiting email is withdrawn: a
     * member who returned is not asked to return. The caller holds the members' locks.
     */
    public Uni<Void> takeReturns(SqlConnection tx, List<CountedOrder> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return offers.findAway(tx, orders.stream().map(CountedOrder::member).collect(Collectors.toSet()))
                .map(away -> Return.of(away, orders))
                .chain(returns -> book(tx, returns));
    }

    private Uni<Void> book(SqlConnection tx, List<Return> returns) {
        if (returns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<EmailKey> emailKeys = returns.stream()
                .map(Return::participant)
                .map(participant -> new EmailKey(participant.member(), participant.campaignId()))
                .toList();
        List<OutboxRow> accepted = returns.stream()
                .filter(back -> back.participant().offerId() != null)
                .map(back -> OutboxRow.of(accepted(back)))
                .toList();
        return offers.writeReturns(tx, returns)
                .chain(() -> emails.cancel(tx, emailKeys, "the member came back"))
                .chain(() -> Outbox.append(tx, accepted));
    }

    /** The results of the arms of a campaign so far. */
    public Uni<Map<Arm, ArmCounts>> count(SqlConnection connection, UUID campaignId) {
        return offers.count(connection, campaignId);
    }

    private static Event<OfferMade> made(Offering offering, MemberId member) {
        UUID offerId = OfferRepository.offerId(offering.campaignId(), member);
        OfferMade fact = new OfferMade(
                offerId,
                offering.campaignId(),
                offering.bonusPoints(),
                "email",
                offering.window().validUntil());
        return new Event<>(
                Ids.derived(offerId, "made").toString(),
                EventSource.RECALL,
                member,
                offering.window().offeredAt(),
                fact,
                null,
                null);
    }

    /** The id is derived from the offer, so that the service that pays recognizes a repetition without our tables. */
    private static Event<OfferAccepted> accepted(Return back) {
        UUID offerId = Objects.requireNonNull(back.participant().offerId(), "only an offer is accepted");
        OfferAccepted fact = new OfferAccepted(
                offerId,
                back.participant().campaignId(),
                back.participant().bonusPoints(),
                back.order().orderId());
        return new Event<>(
                Ids.derived(offerId, "accepted").toString(),
                EventSource.RECALL,
                back.participant().member(),
                back.order().occurredAt(),
                fact,
                back.order().traceparent(),
                back.order().eventId());
    }
}
