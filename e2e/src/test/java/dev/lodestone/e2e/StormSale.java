package dev.lodestone.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * One sale of the storm: what really happened in the shop, what the shop sends of it, and what must come of it. The figures are plain
 * arithmetic on the sale itself and share no code with the product.
 *
 * @param member number of the member
 * @param paid what was paid, in fen
 * @param refunds each in fen, together at most what was paid
 * @param cancelled and not reinstated
 * @param reinstated was cancelled, and completed again later
 */
record StormSale(int member, int number, long paid, List<Long> refunds, boolean cancelled, boolean reinstated) {
    private static final long PAID_MIN = 100;
    private static final int PAID_RANGE = 50_000;

    static StormSale random(Random random, int number, int members) {
        int member = random.nextInt(members);
        long paid = PAID_MIN + random.nextInt(PAID_RANGE);
        int fate = random.nextInt(100);
        boolean reinstated = fate < 2;
        boolean cancelled = fate >= 2 && fate < 7;
        // What a refund before a reinstatement means is decided elsewhere; here such orders have none.
        List<Long> refunds = reinstated ? List.of() : randomRefunds(random, paid);
        return new StormSale(member, number, paid, refunds, cancelled, reinstated);
    }

    /** Of three orders in ten one to three parts, now and then all of it. */
    private static List<Long> randomRefunds(Random random, long paid) {
        int count = Math.max(0, random.nextInt(10) - 6);
        List<Long> refunds = new ArrayList<>();
        long left = paid;
        while (refunds.size() < count && left > 0) {
            long refund = random.nextInt(5) == 0 ? left : 1 + random.nextLong(left);
            refunds.add(refund);
            left -= refund;
        }
        return List.copyOf(refunds);
    }

    /** What the brand keeps, in fen. */
    long kept() {
        return cancelled
                ? 0
                : paid - refunds.stream().mapToLong(Long::longValue).sum();
    }

    /** One point for each full yuan paid; of them the share that the kept money is, rounded down. */
    long points() {
        return paid / 100 * kept() / paid;
    }

    /** One for each full yuan kept. */
    long growth() {
        return kept() / 100;
    }

    /** The sale's events, including those that repeat a refund under a new id. */
    List<StormEvent> events(Random random) {
        List<StormEvent> events = new ArrayList<>();
        events.add(event(random, "brand.order.completed.v1", 0, completed()));
        for (int i = 0; i < refunds.size(); i++) {
            String refunded =
                    "{\"orderId\":\"%s\",\"refundId\":\"%s-R%d\",\"refunded\":{\"amountMinor\":%d,\"currency\":\"CNY\"}}"
                            .formatted(orderId(), orderId(), i, refunds.get(i));
            for (int copies = random.nextInt(3) == 0 ? 2 : 1; copies > 0; copies--) {
                events.add(event(random, "brand.order.refunded.v1", 10 + i, refunded));
            }
        }
        if (cancelled || reinstated) {
            events.add(event(random, "brand.order.cancelled.v1", 20, "{\"orderId\":\"%s\"}".formatted(orderId())));
        }
        if (reinstated) {
            events.add(event(random, "brand.order.completed.v1", 30, completed()));
        }
        return events;
    }

    private String completed() {
        return "{\"orderId\":\"%s\",\"total\":{\"amountMinor\":%d,\"currency\":\"CNY\"}}".formatted(orderId(), paid);
    }

    private String orderId() {
        return "G03-" + number;
    }

    private StormEvent event(Random random, String type, int minutesLater, String data) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return new StormEvent(
                memberId(member), StormEvent.json(id, type, memberId(member), number, minutesLater, data));
    }

    static String memberId(int member) {
        return "5707a000-0000-4000-8000-%012d".formatted(member);
    }
}
