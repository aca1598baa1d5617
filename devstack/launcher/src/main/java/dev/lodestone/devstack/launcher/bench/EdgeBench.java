package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.bench.load.HttpLoad;
import dev.lodestone.devstack.launcher.bench.load.HttpLoad.Figures;
import dev.lodestone.devstack.launcher.bench.load.SlowAttack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;

/**
 * What members get from the gateway while one other client holds hundreds of connections with requests that do not end, as a share of
 * what they get without it. Calm and attacked rounds take turns, so that neither has the quieter machine.
 */
final class EdgeBench {
    private static final int MEMBERS = 4_000;
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 60_000;
    private static final int ATTACKING = 500;
    private static final Duration ROUND = Duration.ofSeconds(10);
    /** As long as the gateway keeps a refused connection: opened evenly over this time, they are closed and opened again evenly. */
    private static final Duration LEAD = Duration.ofSeconds(32);

    private static final int OPENED_PER_SECOND = 17;
    private static final Duration SHORT_LEAD = Duration.ofSeconds(3);

    private EdgeBench() {}

    static void run(BenchEnvironment bench) throws IOException {
        List<String> tokens = bench.issuer().signForMembers(MEMBERS);
        HttpLoad load = new HttpLoad(bench.gatewayPort(), () -> request(tokens), 200);
        load.warmUp(CLIENTS, WARM_UP);
        compare(bench, load, SlowAttack.Kind.BODIES, 5);
        compare(bench, load, SlowAttack.Kind.CHUNKS, 2);
        compare(bench, load, SlowAttack.Kind.HEADS, 3);
        compare(bench, load, SlowAttack.Kind.IDLE, 3);
    }

    private static void compare(BenchEnvironment bench, HttpLoad load, SlowAttack.Kind kind, int count)
            throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int pair = 0; pair < count; pair++) {
            Round calm = measure(bench, load, "calm");
            pairs.add(measureAttacked(bench, load, kind, calm));
        }
        bench.say(
                "balances through the gateway, %d clients: %,.0f a second alone, %,.0f beside %d %s of one client: %.1f %%",
                CLIENTS,
                median(pairs, pair -> pair.calm().perSecond()),
                median(pairs, pair -> pair.attacked().perSecond()),
                ATTACKING,
                kind,
                100
                        * median(
                                pairs,
                                pair -> pair.attacked().perSecond()
                                        / pair.calm().perSecond()));
        bench.say(
                "gateway and points-service take %,.0f µs of processor for each alone, %,.0f with what the attack takes: on machines of"
                        + " their own they keep %.1f %%; the attacker takes %.1f %% of a processor (all: medians of %d pairs)",
                median(pairs, pair -> pair.calm().micros()),
                median(pairs, pair -> pair.attacked().micros()),
                100
                        * median(
                                pairs,
                                pair -> pair.calm().micros() / pair.attacked().micros()),
                100 * median(pairs, Pair::attackersProcessor),
                count);
    }

    private static Pair measureAttacked(BenchEnvironment bench, HttpLoad load, SlowAttack.Kind kind, Round calm)
            throws IOException {
        String token = bench.issuer().sign("mallory", "member");
        int perSecond = kind.isAnswered() ? OPENED_PER_SECOND : ATTACKING;
        try (SlowAttack attack = SlowAttack.start(bench.gatewayPort(), kind, token, ATTACKING, perSecond)) {
            // The attack is measured as it goes on, not as it begins.
            load.run(CLIENTS, kind.isAnswered() ? LEAD : SHORT_LEAD);
            Duration before = attack.processorTime();
            Round round = measure(bench, load, "beside " + kind);
            Duration taken = attack.processorTime().minus(before);
            bench.say("the attacker was answered %s", attack.answers());
            return new Pair(calm, round, (double) taken.toNanos() / ROUND.toNanos());
        }
    }

    private static Round measure(BenchEnvironment bench, HttpLoad load, String how) {
        Duration before = processorTime();
        Figures figures = load.run(CLIENTS, ROUND);
        double requests = figures.perSecond() * ROUND.toSeconds();
        double micros = processorTime().minus(before).toNanos() / 1e3 / requests;
        bench.say(
                "%s: %,.0f a second, p50 %.2f ms, p99 %.2f ms, %,.0f µs of processor each",
                how, figures.perSecond(), figures.p50Millis(), figures.p99Millis(), micros);
        return new Round(figures.perSecond(), micros);
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Of the services that this bench has started. */
    private static Duration processorTime() {
        return ProcessHandle.current()
                .children()
                .filter(child -> Arrays.stream(child.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.endsWith("/quarkus-run.jar")))
                .flatMap(service -> service.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * One measurement.
     *
     * @param micros processor time of the services for each request: a figure that other work on the machine blurs less
     */
    private record Round(double perSecond, double micros) {}

    /**
     * Two rounds, one right after the other.
     *
     * @param attackersProcessor what the attacker itself takes of one processor of the same machine
     */
    private record Pair(Round calm, Round attacked, double attackersProcessor) {}

    private static String request(List<String> tokens) {
        String token = tokens.get(ThreadLocalRandom.current().nextInt(MEMBERS));
        return "GET /api/points/v1/me/balance HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }
}
