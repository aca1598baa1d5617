package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.bench.HttpLoad.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * What members get from the gateway while one other client trickles hundreds of bodies, as a share of what they get without it. Calm and
 * attacked rounds take turns, so that neither has the quieter machine.
 */
public final class EdgeBench {
    private static final int MEMBERS = 4_000;
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 40_000;
    private static final int ATTACKING = 500;
    private static final int ROUNDS = 4;
    private static final Duration ROUND = Duration.ofSeconds(8);

    private final Path root;
    private final PrintStream out;

    public EdgeBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    public void run() throws IOException {
        try (BenchStand stand = BenchStand.behindTheGateway(root, out)) {
            List<String> tokens = IntStream.rangeClosed(1, MEMBERS)
                    .parallel()
                    .mapToObj(n -> stand.issuer().sign(BenchMember.id(n).toString(), "member"))
                    .toList();
            HttpLoad load = new HttpLoad(stand.gatewayPort(), () -> request(tokens), 200);
            load.warmUp(CLIENTS, WARM_UP);
            double calm = 0;
            double attacked = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                calm += measure(stand, load, "calm", round);
                try (SlowBodyAttack attack = SlowBodyAttack.start(
                        stand.gatewayPort(), stand.issuer().sign("mallory", "member"), ATTACKING)) {
                    attacked += measure(stand, load, "attacked", round);
                    stand.say("the attacker was answered %s", attack.answers());
                }
            }
            stand.say(
                    "balances through the gateway, %d clients: %,.0f a second alone, %,.0f beside %d slow bodies of one client: %.1f %%",
                    CLIENTS, calm / ROUNDS, attacked / ROUNDS, ATTACKING, 100 * attacked / calm);
        }
    }

    private static double measure(BenchStand stand, HttpLoad load, String how, int round) {
        Figures figures = load.run(CLIENTS, ROUND);
        stand.say(
                "%s, round %d: %,.0f a second, p50 %.2f ms, p99 %.2f ms",
                how, round, figures.perSecond(), figures.p50Millis(), figures.p99Millis());
        return figures.perSecond();
    }

    private static String request(List<String> tokens) {
        String token = tokens.get(ThreadLocalRandom.current().nextInt(MEMBERS));
        return "GET /api/points/v1/me/balance HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }
}
