package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.perAmount;
import static dev.lodestone.points.PointsApi.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lodestone.points.Races.Answer;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Sends thousands of invalid requests: each is answered with a problem, and none with an internal error. */
@QuarkusTest
class FuzzComponentTest {
    private static final long SEED = 20_261_126;
    private static final int REQUESTS = Dose.of(1_000, 5_000);
    private static final int TOGETHER = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Request(String method, String path, Map<String, ?> body) {}

    private record Mutated(String method, String token, String path, byte[] body) {
        /** A description of the answer if it is wrong; empty otherwise. */
        List<String> wrongAnswer() {
            Answer answer = Races.send(method, token, path, body);
            boolean problem = answer.status() < 400 || answer.contentType().startsWith("application/problem+json");
            return answer.status() < 500 && problem
                    ? List.of()
                    : List.of(method + " " + path + " " + new String(body, StandardCharsets.UTF_8) + " -> " + answer);
        }
    }

    private final List<String> tokens = List.of(Tokens.operator(), Tokens.member("fuzzer"));
    private final Mutations mutations =
            new Mutations(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + 1);

    @Test
    void G11_shouldAnswerEveryBadRequestWithAProblem() throws IOException {
        // Given
        List<Request> sound = requests();
        List<Mutated> mutated = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            mutated.add(mutated(sound.get(random.nextInt(sound.size()))));
        }

        // When
        List<String> wrong = Races.rounds(REQUESTS, TOGETHER, n -> mutated.get(n)::wrongAnswer).stream()
                .flatMap(List::stream)
                .toList();

        // Then
        assertThat(wrong)
                .as(() -> wrong.size() + " of " + REQUESTS + ", such as " + wrong.subList(0, Math.min(5, wrong.size())))
                .isEmpty();
        assertThat(imbalance()).isEqualTo(0);
    }

    private Mutated mutated(Request request) throws IOException {
        String path = random.nextInt(5) == 0 ? mutations.ofPath(request.path) : request.path;
        byte[] body = mutations.of(JSON.writeValueAsString(request.body));
        return new Mutated(request.method, tokens.get(random.nextInt(tokens.size())), encoded(path), body);
    }

    private static String encoded(String path) {
        String[] parts = path.split("\\?", 2);
        try {
            return new URI(null, null, "/" + parts[0], parts.length > 1 ? parts[1] : null, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Request> requests() {
        String rules = "api/points/v1/earning-rules/fuzzed/versions/1";
        String member = "api/points/v1/members/" + Tokens.reference("fuzzer");
        Map<String, Object> order = Map.of("orderId", "x", "total", Map.of("amountMinor", 100, "currency", "CNY"));
        return List.of(
                new Request(
                        "PUT",
                        rules,
                        rule(
                                "brand.order.completed.v1",
                                perAmount(1, 100, "CNY"),
                                "condition",
                                "event.channel == 'never' && member.orders / 1 > 0",
                                "caps",
                                List.of(Map.of("period", "DAY", "times", 2, "points", 5)),
                                "validity",
                                Map.of("from", "2026-01-01", "rrule", "FREQ=DAILY", "zone", "Asia/Shanghai"),
                                "expiry",
                                Map.of("policy", "END_OF_YEAR", "count", 1),
                                "atMost",
                                50)),
                new Request("PUT", "api/points/v1/rewards/fuzzed", Map.of("name", "Fuzz", "cost", 5, "stock", 1)),
                new Request("PUT", rules + "/publication", Map.of("effectiveFrom", "2999-01-01T00:00:00Z")),
                new Request("PUT", rules + "/rollback", Map.of("to", 1, "effectiveFrom", "2999-01-01T00:00:00Z")),
                new Request("POST", rules + "/simulation", Map.of("data", order, "occurredAt", "2026-01-01T00:00:00Z")),
                new Request("POST", "api/points/v1/redemptions", Map.of("rewardCode", "fuzzed")),
                new Request(
                        "POST", member + "/postings", PointsApi.posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 5)),
                new Request("POST", member + "/holds", Map.of("amount", 5, "seconds", 60, "orderId", "x", "note", "y")),
                new Request("GET", member + "/statement?limit=5&after=3", fixed(1)),
                new Request("GET", member + "/balance", fixed(1)),
                new Request("GET", member + "/orders/x/explanation", fixed(1)),
                new Request("GET", "api/points/v1/earning-rules/fuzzed/differences?from=1&to=2", fixed(1)));
    }
}
