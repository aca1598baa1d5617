package dev.lodestone.devstack.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.StringJoiner;

/** The figures of the suite after a replay, read as an operator. */
final class SuiteSummary {
    private final GatewayClient operator;

    SuiteSummary(Ports ports) {
        this.operator = GatewayClient.login(ports, "olivia");
    }

    /** Text of some lines. A service that cannot answer is named; the others' answers are there. */
    String asOf(LocalDate day) {
        return line("Points", "/api/points/v1/ledger/summary", SuiteSummary::points)
                + line("Tiers", "/api/tier/v1/summary", answer -> counts(answer.path("byLevel")))
                + line("Lifecycle", "/api/recall/v1/lifecycle?asOf=" + day, answer -> counts(answer.path("byState")));
    }

    private String line(String title, String path, java.util.function.Function<JsonNode, String> text) {
        return "  %-10s %s%n".formatted(title, answer(path, text));
    }

    private String answer(String path, java.util.function.Function<JsonNode, String> text) {
        try {
            return text.apply(operator.get(path).orFail());
        } catch (LauncherException | UncheckedIOException failure) {
            return "not to be had: " + failure.getMessage();
        }
    }

    private static String points(JsonNode summary) {
        return "%,d issued, %,d clawed back, %,d redeemed, in %,d postings of %,d members; all accounts add up to %,d"
                .formatted(
                        summary.path("issued").asLong(),
                        summary.path("clawedBack").asLong(),
                        summary.path("redeemed").asLong(),
                        summary.path("postings").asLong(),
                        summary.path("members").asLong(),
                        summary.path("imbalance").asLong());
    }

    private static String counts(JsonNode byName) {
        StringJoiner text = new StringJoiner(", ");
        byName.fields()
                .forEachRemaining(entry -> text.add(
                        "%s %,d".formatted(entry.getKey(), entry.getValue().asLong())));
        return text.toString();
    }
}
