package dev.lodestone.testkit;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Events of one order with mistakes of real shops, and the expected result in every service. {@link OrderCases} runs them. */
public enum OrderCase {
    /** The same refund under two event ids. */
    SAME_REFUND_IN_A_NEW_ENVELOPE {
        @Override
        List<Event<? extends Fact>> facts(MemberId member) {
            return List.of(
                    order(member, 1, 10_000),
                    refund(member, 2, "RF1", 2_000, "CNY"),
                    refund(member, 2, "RF1", 2_000, "CNY"));
        }

        @Override
        long net(List<Event<? extends Fact>> arrival) {
            return 80;
        }
    },
    /** Cancelled, then completed again; the newest business time decides, and re-deliveries change nothing. */
    CANCELLED_THEN_COMPLETED {
        @Override
        List<Event<? extends Fact>> facts(MemberId member) {
            return List.of(order(member, 1, 10_000), cancelled(member, 2), order(member, 3, 10_000));
        }

        @Override
        List<Event<? extends Fact>> redelivered(List<Event<? extends Fact>> arrival) {
            return arrival.reversed();
        }

        @Override
        long net(List<Event<? extends Fact>> arrival) {
            return 100;
        }
    },
    /** A refund in another currency than its order becomes a dead letter, never the order. */
    BAD_REFUND_COMES_FIRST {
        @Override
        List<Event<? extends Fact>> facts(MemberId member) {
            return List.of(refund(member, 2, "RF1", 2_000, "USD"), order(member, 1, 10_000));
        }

        @Override
        long net(List<Event<? extends Fact>> arrival) {
            return 100;
        }

        @Override
        Set<String> setAside(List<Event<? extends Fact>> arrival) {
            return idsOf(arrival, OrderRefunded.class);
        }
    },
    /** A refund in another currency, corrected under the id of the wrong one: the id counts once, for the corrected one. */
    REFUND_CORRECTED_UNDER_ITS_ID {
        @Override
        List<Event<? extends Fact>> facts(MemberId member) {
            String id = UUID.randomUUID().toString();
            return List.of(
                    order(member, 1, 10_000),
                    event(id, "/shop", member, 2, refunded("RF1", 2_000, "USD")),
                    event(id, "/shop", member, 2, refunded("RF1", 2_000, "CNY")));
        }

        @Override
        long net(List<Event<? extends Fact>> arrival) {
            return 80;
        }

        @Override
        Set<String> setAside(List<Event<? extends Fact>> arrival) {
            return idsOf(arrival, OrderRefunded.class);
        }
    },
    /** Two shops complete orders of one number: the second becomes a dead letter, because a member has each number once. */
    TWO_SHOPS_ONE_NUMBER {
        @Override
        List<Event<? extends Fact>> facts(MemberId member) {
            return List.of(
                    event("/pos/a", member, 1, completed(10_000)), event("/pos/b", member, 2, completed(20_000)));
        }

        @Override
        long net(List<Event<? extends Fact>> arrival) {
            return arrival.getFirst().source().equals("/pos/a") ? 100 : 200;
        }

        @Override
        Set<String> setAside(List<Event<? extends Fact>> arrival) {
            return Set.of(arrival.getLast().id());
        }
    },
    /** The same order again with another amount and a later business time. */
    AMOUNT_CORRECTED {
        @Override
        List<Event<? extends Fact>> facts(MemberId member) {
            return List.of(order(member, 1, 10_000), order(member, 2, 15_000));
        }

        @Override
        long net(List<Event<? extends Fact>> arrival) {
            return 150;
        }
    },
    /** A correction downwards, refunds of two numbers, one sent again with a lower amount, and a cancellation that a later completion replaces. */
    EVERYTHING_AT_ONCE {
        @Override
        List<Event<? extends Fact>> facts(MemberId member) {
            return List.of(
                    cancelled(member, 1),
                    order(member, 3, 9_000),
                    order(member, 2, 12_000),
                    refund(member, 4, "RF1", 3_000, "CNY"),
                    refund(member, 5, "RF1", 1_000, "CNY"));
        }

        @Override
        long net(List<Event<? extends Fact>> arrival) {
            return 80;
        }
    };

    private static final Instant START = Instant.parse("2026-11-01T04:00:00Z");

    /** The events, in no particular order; each call makes new ones. */
    abstract List<Event<? extends Fact>> facts(MemberId member);

    /** The expected final value of the order, in whole units. */
    abstract long net(List<Event<? extends Fact>> arrival);

    /** The events that are sent again afterwards. */
    List<Event<? extends Fact>> redelivered(List<Event<? extends Fact>> arrival) {
        return List.of();
    }

    /** The ids of the events that become dead letters. */
    Set<String> setAside(List<Event<? extends Fact>> arrival) {
        return Set.of();
    }

    private static Set<String> idsOf(List<Event<? extends Fact>> arrival, Class<? extends OrderFact> type) {
        List<String> ids = new ArrayList<>();
        arrival.stream().filter(event -> type.isInstance(event.fact())).forEach(event -> ids.add(event.id()));
        return Set.copyOf(ids);
    }

    private static OrderFact completed(long amountMinor) {
        return new OrderCompleted("1001", new Money(amountMinor, "CNY"), null, null);
    }

    private static Event<? extends Fact> order(MemberId member, int day, long amountMinor) {
        return event("/shop", member, day, completed(amountMinor));
    }

    private static Event<? extends Fact> refund(
            MemberId member, int day, String number, long amountMinor, String currency) {
        return event("/shop", member, day, refunded(number, amountMinor, currency));
    }

    private static OrderFact refunded(String number, long amountMinor, String currency) {
        return new OrderRefunded("1001", number, new Money(amountMinor, currency));
    }

    private static Event<? extends Fact> cancelled(MemberId member, int day) {
        return event("/shop", member, day, new OrderCancelled("1001", null));
    }

    private static Event<? extends Fact> event(String source, MemberId member, int day, OrderFact fact) {
        return event(UUID.randomUUID().toString(), source, member, day, fact);
    }

    private static Event<? extends Fact> event(String id, String source, MemberId member, int day, OrderFact fact) {
        Instant at = START.plus(Duration.ofDays(day));
        return new Event<>(id, source, member, at, fact, null, null);
    }
}
