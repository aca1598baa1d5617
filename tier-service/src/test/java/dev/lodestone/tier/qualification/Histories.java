package dev.lodestone.tier.qualification;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.tier.Events;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random events of a few members. There are few orders and instants, so that many events are about the same order. */
final class Histories {
    private Histories() {}

    static Arbitrary<List<Event<Fact>>> any() {
        Arbitrary<MemberId> members = Arbitraries.of(MemberId.of("crm:1"), MemberId.of("crm:2"), MemberId.of("crm:3"));
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 3);
        return Combinators.combine(members, payloads(), seconds)
                .as((member, payload, second) -> Events.at(Events.NOON.plusSeconds(second), Events.of(member, payload)))
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Fact> payloads() {
        Arbitrary<String> orders = Arbitraries.of("A", "B", "C", "D", "E");
        Arbitrary<String> refunds = Arbitraries.of("R1", "R2", "R3");
        Arbitrary<Money> amounts = Combinators.combine(
                        Arbitraries.longs().between(0, 400_000), Arbitraries.of("CNY", "CNY", "CNY", "JPY"))
                .as(Money::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(orders, amounts).as((order, amount) ->
                        (Fact) new OrderCompleted(order, amount, null, null))),
                Tuple.of(3, Combinators.combine(orders, refunds, amounts).as((order, refund, amount) ->
                        (Fact) new OrderRefunded(order, refund, amount))),
                Tuple.of(1, orders.map(order -> (Fact) new OrderCancelled(order, null))),
                Tuple.of(3, postings()));
    }

    private static Arbitrary<Fact> postings() {
        Arbitrary<PostingKind> kinds = Arbitraries.of(PostingKind.class);
        Arbitrary<EventType> causes =
                Arbitraries.of(EventType.CHECKED_IN, EventType.ORDER_COMPLETED, EventType.OFFER_ACCEPTED);
        return Combinators.combine(kinds, Arbitraries.longs().between(1, 800), causes)
                .as(Histories::posted);
    }

    private static Fact posted(PostingKind kind, long amount, EventType cause) {
        long change = kind == PostingKind.EARNED || kind == PostingKind.CONFIRMED ? amount : -amount;
        return Events.posting("POINTS", kind, change, cause.type());
    }
}
