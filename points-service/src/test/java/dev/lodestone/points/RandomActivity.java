package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.posting;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.account.RefundPolicy;
import dev.lodestone.points.ledger.lots.LotTerms;
import dev.lodestone.points.ledger.postings.LedgerService;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.Dependent;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Random activity of a member: earning, redemptions, holds, refunds, late events and passing time. Pending lots and overdrafts, which no
 * endpoint can create yet, are posted by the ledger service directly.
 */
@Dependent
public class RandomActivity {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Order(String id, long amountMinor, Instant at) {}

    private final SettableClock clock;
    private final Transactions transactions;
    private final LedgerService ledger;
    private final List<Order> orders = new ArrayList<>();
    private final List<UUID> lots = new ArrayList<>();
    private final List<String> holds = new ArrayList<>();
    private final List<String> grants = new ArrayList<>();
    private Random random = new Random(0);
    private String subject = "";

    RandomActivity(SettableClock clock, Transactions transactions, LedgerService ledger) {
        this.clock = clock;
        this.transactions = transactions;
        this.ledger = ledger;
    }

    /** Starts the activity of a new member; the same {@code seed} repeats the same steps. */
    public void begin(String newSubject, long seed) {
        subject = newSubject;
        random = new Random(seed);
        List.of(orders, lots, holds, grants).forEach(List::clear);
    }

    /** Performs {@code steps} random steps. */
    public void perform(int steps) {
        for (int i = 0; i < steps; i++) {
            switch (random.nextInt(11)) {
                case 0, 1 -> order();
                case 2 -> refund();
                case 3, 4 -> earn();
                case 5 -> grant();
                case 6 -> hold();
                case 7 -> settleHold();
                case 8 -> deductOrReverse();
                case 9 -> clawBackLot();
                default -> clock.forward(Duration.ofHours(random.nextInt(24 * 40)));
            }
        }
    }

    /** Waits until all expiries and confirmations that are due are posted. */
    public void awaitSwept() {
        await("due postings").atMost(PATIENCE).until(this::due, empty());
    }

    private List<List<Object>> due() {
        Timestamp now = Timestamp.from(clock.instant());
        return Database.rows("""
                select 'lot', to_jsonb(lot)::text
                from lot, (values (?::timestamptz)) as now (at)
                where remaining > 0 and expires_at <= at and greatest(earned_at, available_at, returned_at) <= at
                   or pending > 0 and greatest(earned_at, available_at) <= at
                union all
                select 'hold', to_jsonb(hold)::text from hold where status = 'OPEN' and expires_at <= ?
                """, now, now);
    }

    /** Sends an order, often late. */
    private void order() {
        Order order = new Order("o-" + Ids.next(), 100L * (1 + random.nextInt(300)), earlier(450));
        orders.add(order);
        send(order.at(), new OrderCompleted(order.id(), new Money(order.amountMinor(), "CNY"), null, null), order.id());
    }

    private void refund() {
        if (!orders.isEmpty()) {
            Order order = orders.remove(random.nextInt(orders.size()));
            Instant at = order.at().plus(Duration.ofHours(random.nextInt(24 * 30)));
            long amount = Math.max(1, order.amountMinor() * (1 + random.nextInt(100)) / 100);
            send(
                    at.isAfter(clock.instant()) ? clock.instant() : at,
                    new OrderRefunded(order.id(), "r-" + Ids.next(), new Money(amount, "CNY")),
                    null);
        }
    }

    /** Sends {@code fact} and waits until it is processed: until the order {@code orderId}, or a later marker order, is posted. */
    private void send(Instant at, Fact fact, @Nullable String orderId) {
        MemberId member = Tokens.memberId(subject);
        Kafka.send(Topic.ORDERS, List.of(TestEvents.at(at, member, fact)));
        String awaited = orderId;
        if (awaited == null) {
            awaited = "mark-" + Ids.next();
            Kafka.send(
                    Topic.ORDERS,
                    TestEvents.at(
                            clock.instant(), member, new OrderCompleted(awaited, new Money(100, "CNY"), null, null)));
        }
        String postedOrder = awaited;
        await(postedOrder)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Database.rows(
                                "select 1 from posting where member_id = ? and order_id = ?",
                                member.value(),
                                postedOrder)
                        .isEmpty());
    }

    private void earn() {
        Instant at = earlier(60);
        Instant availableAt = random.nextBoolean() ? null : at.plus(Duration.ofHours(1 + random.nextInt(24 * 60)));
        Instant expiresAt = random.nextInt(4) == 0 ? null : at.plus(Duration.ofHours(1 + random.nextInt(24 * 400)));
        // Sometimes availability and expiry are at one instant.
        Instant lotExpiresAt = availableAt != null && random.nextInt(4) == 0 ? availableAt : expiresAt;
        run(
                List.of(),
                account -> lots.add(account.earn(
                                1 + random.nextInt(200),
                                new LotTerms(availableAt, lotExpiresAt, null),
                                cause("earning", at))
                        .id()));
    }

    private void grant() {
        Map<String, Object> body =
                new HashMap<>(posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 1 + random.nextInt(300)));
        if (random.nextBoolean()) {
            Instant expiresAt = clock.instant().plus(Duration.ofHours(1L + random.nextInt(24 * 400)));
            body.put("expiresAt", expiresAt.toString());
        }
        addId(PointsApi.post(subject, "/postings", body), grants);
    }

    private void hold() {
        addId(
                PointsApi.post(
                        subject,
                        "/holds",
                        Map.of(
                                "amount", 1 + random.nextInt(150),
                                "seconds", 3_600 + random.nextInt(29 * 86_400),
                                "orderId", "paid-" + Ids.next())),
                holds);
    }

    private void settleHold() {
        if (!holds.isEmpty()) {
            String path = "/holds/" + holds.remove(random.nextInt(holds.size()));
            PointsApi.post(
                    subject,
                    random.nextInt(3) == 0 ? path + "/void" : path + "/posting",
                    random.nextBoolean() ? Map.of() : Map.of("amount", 1 + random.nextInt(100)));
        }
    }

    private void deductOrReverse() {
        if (random.nextBoolean() || grants.isEmpty()) {
            PointsApi.post(
                    subject, "/postings", posting("AVAILABLE", "POINTS", "ISSUED", "POINTS", 1 + random.nextInt(150)));
        } else {
            String grant = grants.remove(random.nextInt(grants.size()));
            PointsApi.post(subject, "/postings/" + grant + "/reversal", Map.of("note", "random"));
        }
    }

    /** Claws back the whole amount of a lot; the balance may become negative. */
    private void clawBackLot() {
        if (!lots.isEmpty()) {
            UUID lot = lots.remove(random.nextInt(lots.size()));
            Instant at = earlier(20);
            run(List.of(lot), account -> {
                account.advance(at);
                account.refunds()
                        .clawBack(lot, account.lot(lot).amount(), cause("correction", at), new RefundPolicy(-2_000));
            });
        }
    }

    private void run(List<UUID> named, Consumer<Account> effect) {
        MemberId member = Tokens.memberId(subject);
        transactions
                .run(tx -> ledger.open(tx, Set.of(member), Set.of(Asset.POINTS))
                        .call(book -> ledger.load(tx, book, Set.of(member), List.of(), named))
                        .invoke(book -> effect.accept(book.account(member, Asset.POINTS)))
                        .chain(book -> ledger.write(tx, book)))
                .await()
                .atMost(PATIENCE);
    }

    /** The current time, or up to {@code days} earlier. */
    private Instant earlier(int days) {
        Instant now = clock.instant();
        return random.nextInt(3) == 0 ? now.minus(Duration.ofMinutes(random.nextInt(days * 24 * 60))) : now;
    }

    private static Cause cause(String type, Instant at) {
        return Cause.of(Ids.next(), type, at, null);
    }

    private static void addId(ValidatableResponse response, List<String> ids) {
        if (response.extract().statusCode() == 201) {
            ids.add(response.extract().jsonPath().getString("id"));
        }
    }
}
