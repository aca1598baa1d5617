package dev.lodestone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import dev.lodestone.testkit.Dose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Orders, refunds and cancellations arrive shuffled and doubled while everything is killed in turn. What stands afterwards is what the
 * shop's own list says.
 */
class StormTest {
    private static final int SALES = Dose.of(2_000, 100_000);
    private static final int MEMBERS = Dose.of(300, 5_000);
    private static final int KILLS = Dose.of(4, 20);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(Dose.of(5, 600));
    private static final Duration SETTLED_MAX = Duration.ofMinutes(Dose.of(3, 30));
    /** More than the 10 seconds between two runs of sealing, each of which counts what is left. */
    private static final Duration COUNTED_AGAIN = Duration.ofSeconds(15);

    private static final int SAMPLE = 100;
    private static final List<String> VICTIMS =
            List.of("points", "PostgreSQL", "Kafka", "recall", "tier", "gateway", "community");
    /** A failure can be seen again with the same orders; the moments of the kills differ. */
    private static final long SEED = 20_261_128;

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    private final Random random = new Random(SEED);
    private GatewayClient operator = login();

    @Test
    void G03_shouldEndUpWithTheShopsOwnFiguresWhateverIsKilledWhileOrdersArrive() {
        // Given
        Suite suite = RUNNING.get();
        List<StormSale> sales = IntStream.range(0, SALES)
                .mapToObj(number -> StormSale.random(random, number, MEMBERS))
                .toList();
        List<List<StormEvent>> slices = slices(shuffled(sales), KILLS + 1);
        Ledger before = ledger();
        Map<String, Long> levelsBefore = levels();

        // When
        long sent = send(suite, slices);
        settle(suite);
        // A token lives for half an hour, a whole storm for longer.
        operator = login();

        // Then
        assertThat(sent).isEqualTo(slices.stream().mapToLong(List::size).sum());
        Map<Integer, StormExpectation> expected = StormExpectation.byMember(sales);
        Ledger after = ledger();
        assertThat(after.imbalance()).isZero();
        assertThat(after.outstanding() - before.outstanding()).isEqualTo(total(expected));
        expected.entrySet().stream()
                .limit(SAMPLE)
                .forEach(member -> assertThat(found(member.getKey()))
                        .as("member %d", member.getKey())
                        .isEqualTo(member.getValue()));
        assertThat(levels()).isEqualTo(expectedLevels(levelsBefore, expected));
        awaitSeals();
        assertThat(verdict()).isEqualTo("INTACT");
    }

    private static GatewayClient login() {
        return GatewayClient.login(RUNNING.get().ports(), "olivia");
    }

    private static List<List<StormEvent>> slices(List<StormEvent> events, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> events.subList(
                        (int) ((long) events.size() * i / count), (int) ((long) events.size() * (i + 1) / count)))
                .toList();
    }

    /** Each event at least once, one in ten twice byte for byte, in no order. */
    private List<StormEvent> shuffled(List<StormSale> sales) {
        List<StormEvent> events = new ArrayList<>();
        for (StormSale sale : sales) {
            for (StormEvent event : sale.events(random)) {
                events.add(event);
                if (random.nextInt(10) == 0) {
                    events.add(event);
                }
            }
        }
        Collections.shuffle(events, random);
        return events;
    }

    /** A slice for each kill, which falls between its halves, and one for the time without a database. */
    private static long send(Suite suite, List<List<StormEvent>> slices) {
        try (StormSender shop = new StormSender(suite.ports().kafkaBootstrapServers())) {
            for (int kill = 0; kill < KILLS; kill++) {
                List<StormEvent> slice = slices.get(kill);
                int half = slice.size() / 2;
                shop.send(slice.subList(0, half));
                String victim = VICTIMS.get(kill % VICTIMS.size());
                kill(suite, victim);
                shop.send(slice.subList(half, slice.size()));
                bringBack(suite, victim);
                shop.flush();
                if (kill == KILLS / 2) {
                    takeTheDatabaseAway(suite, shop, slices.getLast());
                }
            }
            return shop.flush();
        }
    }

    private static void kill(Suite suite, String victim) {
        switch (victim) {
            case "PostgreSQL" -> suite.killPostgresql();
            case "Kafka" -> suite.killKafka();
            default -> suite.kill(victim);
        }
    }

    private static void bringBack(Suite suite, String victim) {
        switch (victim) {
            case "PostgreSQL" -> suite.startPostgresql();
            case "Kafka" -> suite.startKafka();
            default -> suite.restart(victim);
        }
    }

    private static void takeTheDatabaseAway(Suite suite, StormSender shop, List<StormEvent> events) {
        suite.killPostgresql();
        shop.send(events);
        long end = System.nanoTime() + DATABASE_AWAY.toNanos();
        await("the database's absence").atMost(DATABASE_AWAY.multipliedBy(2)).until(() -> System.nanoTime() > end);
        assertThat(Service.values()).allMatch(suite::isAlive);
        suite.startPostgresql();
    }

    private static void settle(Suite suite) {
        try (OrdersLag lag = new OrdersLag(suite.ports().kafkaBootstrapServers())) {
            await("the services have read all orders")
                    .atMost(SETTLED_MAX)
                    .until(lag::byGroup, groups -> groups.values().stream().allMatch(left -> left == 0));
        }
    }

    private StormExpectation found(int member) {
        String id = StormSale.memberId(member);
        JsonNode balance = read("/api/points/v1/members/" + id + "/balance");
        JsonNode tier = read("/api/tier/v1/members/" + id);
        JsonNode profile = read("/api/recall/v1/members/" + id + "/profile");
        return new StormExpectation(
                balance.path("balance").asLong(),
                tier.path("growth").asLong(),
                profile.path("orders").asLong(),
                profile.path("amountMinor").asLong());
    }

    private static long total(Map<Integer, StormExpectation> expected) {
        return expected.values().stream().mapToLong(StormExpectation::points).sum();
    }

    /** The members of the storm stand where their growth puts them; nobody else moves. */
    private Map<String, Long> expectedLevels(Map<String, Long> before, Map<Integer, StormExpectation> expected) {
        Map<String, Long> levels = new TreeMap<>(before);
        JsonNode ladder = read("/api/tier/v1/levels");
        for (StormExpectation member : expected.values()) {
            String reached = "";
            for (JsonNode level : ladder) {
                reached = level.path("threshold").asLong() <= member.growth()
                        ? level.path("code").asText()
                        : reached;
            }
            levels.merge(reached, 1L, Long::sum);
        }
        return levels;
    }

    private Map<String, Long> levels() {
        Map<String, Long> levels = new TreeMap<>();
        read("/api/tier/v1/summary")
                .path("byLevel")
                .properties()
                .forEach(level -> levels.put(level.getKey(), level.getValue().asLong()));
        return levels;
    }

    /** @param outstanding what all members have together */
    private record Ledger(long outstanding, long imbalance) {}

    private Ledger ledger() {
        JsonNode summary = read("/api/points/v1/ledger/summary");
        long outstanding = summary.path("issued").asLong()
                - summary.path("clawedBack").asLong()
                - summary.path("redeemed").asLong();
        return new Ledger(outstanding, summary.path("imbalance").asLong());
    }

    /**
     * What is not sealed is not verified, and a row that waited for its seal while the database was away makes the verdict UNSEALED. The
     * count of a service that has just started, or that counted before the last posting, is not the last word.
     */
    private void awaitSeals() {
        await("everything is sealed")
                .during(COUNTED_AGAIN)
                .atMost(SETTLED_MAX)
                .pollInSameThread()
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> read("/api/points/v1/ledger/seal"),
                        seal -> seal.path("state").asText().equals("SEALING")
                                && seal.path("unsealed").asLong(-1) == 0);
    }

    /** One verification runs at a time, and the service starts some by itself. */
    private String verdict() {
        String id = await("that no other verification runs")
                .atMost(SETTLED_MAX)
                .pollInSameThread()
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> operator.post(
                                "/api/points/v1/ledger/verifications", "storm-" + System.nanoTime(), Map.of()),
                        answer -> answer.status() != 409)
                .orFail()
                .path("id")
                .asText();
        return await("the verification")
                .atMost(SETTLED_MAX)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> read("/api/points/v1/ledger/verifications/" + id)
                                .path("status")
                                .asText(),
                        status -> !status.equals("RUNNING"));
    }

    /** As often as the gateway's limit lets it. */
    private JsonNode read(String path) {
        return await(path)
                .atMost(Duration.ofMinutes(1))
                .pollInSameThread()
                .until(() -> operator.get(path), answer -> answer.status() != 429)
                .orFail();
    }
}
