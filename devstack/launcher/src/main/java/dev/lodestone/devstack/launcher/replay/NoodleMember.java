package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.behaviours.BehaviourRecorded;
import dev.lodestone.events.community.CheckedIn;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderItem;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** One member of the noodle chain, whose whole life follows from a number. */
final class NoodleMember {
    private static final long SEED = 20_260_101L;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID CIRCLE = EventIds.of("noodles#circle");
    private static final double REFUND_CHANCE = 0.02;
    private static final double POST_CHANCE = 0.01;
    private static final double VIEW_CHANCE = 0.1;

    private final Random random;
    private final int number;
    private final MemberId member;
    private final List<Event<?>> events = new ArrayList<>();

    private final double visitChance;
    private final double checkInChance;
    private final double leaveChance;
    private int streakDays;

    NoodleMember(int number) {
        this.number = number;
        this.member = MemberId.of("noodles:%05d".formatted(number));
        this.random = new Random(SEED + number);
        // Few come often and many come seldom, as in any restaurant.
        this.visitChance = Math.min(0.6, -Math.log(1 - random.nextDouble()) * 0.1);
        this.checkInChance = random.nextDouble() < 0.3 ? 0.3 : 0;
        this.leaveChance = 0.002 + random.nextDouble() * 0.015;
    }

    List<Event<?>> life() {
        int joinDay = random.nextInt(NoodleBrand.DAYS * 5 / 6);
        register(joinDay);
        for (int day = joinDay; day < NoodleBrand.DAYS && random.nextDouble() > leaveChance; day++) {
            browse(day);
            checkIn(day);
            eat(day);
            post(day);
        }
        return events;
    }

    private void register(int day) {
        MemberProfile profile = new MemberProfile(
                "Guest " + number,
                "guest-%05d@noodles.example".formatted(number),
                random.nextDouble() < 0.8,
                LocalDate.of(1970, 1, 1).plusDays(random.nextInt(12_000)),
                ZONE,
                null);
        publish("registered", day, 8, new MemberRegistered(profile));
    }

    private void browse(int day) {
        if (random.nextDouble() < VIEW_CHANCE) {
            String page = "/menu/" + Dish.any(random).sku();
            publish(
                    "viewed-" + day,
                    day,
                    9,
                    new BehaviourRecorded("page.viewed", page, Map.of("channel", "mini-program")));
        }
    }

    private void checkIn(int day) {
        if (random.nextDouble() < checkInChance) {
            streakDays++;
            publish("checked-in-" + day, day, 10, new CheckedIn(date(day), streakDays));
        } else {
            streakDays = 0;
        }
    }

    private void eat(int day) {
        if (random.nextDouble() >= visitChance) {
            return;
        }
        List<OrderItem> items = new ArrayList<>();
        for (int dishes = 1 + random.nextInt(3); dishes > 0; dishes--) {
            items.add(Dish.any(random).ordered());
        }
        Money total = new Money(items.stream().mapToLong(OrderItem::amountMinor).sum(), "CNY");
        String order = "noodles-%05d-%03d".formatted(number, day);
        String channel = random.nextBoolean() ? "store" : "mini-program";
        publish(order, day, random.nextBoolean() ? 12 : 18, new OrderCompleted(order, total, items, channel));
        if (random.nextDouble() < REFUND_CHANCE) {
            refund(order, total, day + 1 + random.nextInt(3));
        }
    }

    private void refund(String order, Money total, int day) {
        if (day < NoodleBrand.DAYS) {
            long amount = random.nextBoolean() ? total.amountMinor() : total.amountMinor() * 2 / 5;
            String refund = order + "-refund";
            publish(refund, day, 15, new OrderRefunded(order, refund, new Money(amount, total.currency())));
        }
    }

    private void post(int day) {
        if (random.nextDouble() < POST_CHANCE) {
            UUID post = EventIds.of("noodles#post#" + number + "#" + day);
            publish("posted-" + day, day, 20, new PostPublished(post, CIRCLE));
        }
    }

    /** @param what together with the member, the name of the event's id */
    private void publish(String what, int day, int hour, Fact fact) {
        Instant when = date(day)
                .atTime(hour, random.nextInt(60), random.nextInt(60))
                .atZone(ZONE)
                .toInstant();
        String id = EventIds.of("noodles#" + number + "#" + what).toString();
        events.add(new Event<>(id, "/replay/noodles", member, when, fact, null, null));
    }

    private static LocalDate date(int day) {
        return NoodleBrand.FIRST_DAY.plusDays(day);
    }

    /** What is on the menu, with its price in fen. */
    private enum Dish {
        BEEF_NOODLES("beef-noodles", 3_200),
        DAN_DAN_NOODLES("dan-dan-noodles", 2_400),
        SCALLION_OIL_NOODLES("scallion-oil-noodles", 1_890),
        WONTON_SOUP("wonton-soup", 2_250),
        CUCUMBER_SALAD("cucumber-salad", 980),
        SOY_MILK("soy-milk", 650);

        private final String sku;
        private final long priceMinor;

        Dish(String sku, long priceMinor) {
            this.sku = sku;
            this.priceMinor = priceMinor;
        }

        static Dish any(Random random) {
            return values()[random.nextInt(values().length)];
        }

        String sku() {
            return sku;
        }

        OrderItem ordered() {
            return new OrderItem(sku, 1, priceMinor);
        }
    }
}
