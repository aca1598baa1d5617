package dev.lodestone.gateway.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCostsTest {
    private final RequestCosts costs = RequestCosts.of(List.of(
            new Cost(Optional.of("POST"), List.of("/api/points/v1/ledger/verifications"), 50),
            new Cost(
                    Optional.of("GET"),
                    List.of("/api/points/v1/members/*/statement.csv", "/api/points/v1/me/file"),
                    10),
            new Cost(Optional.empty(), List.of("/api/recall/v1/campaigns/*/runs"), 20)));

    @ParameterizedTest
    @CsvSource({
        "POST,/api/points/v1/ledger/verifications,50",
        "POST,/api/points/v1/ledger/verifications/,50",
        "POST,/api/points/v1/ledger/verifications;a=b,50",
        "GET,/api/points/v1/ledger/verifications,1",
        "GET,/api/points/v1/members/crm:1/statement.csv,10",
        "HEAD,/api/points/v1/members/crm:1/statement.csv,10",
        "GET,/api/points/v1/members/crm:1/statementxcsv,1",
        "GET,/api/points/v1/members/a/b/statement.csv,1",
        "GET,/api/points/v1/members//statement.csv,1",
        "GET,/api/points/v1/me/file,10",
        "POST,/api/recall/v1/campaigns/7/runs,20",
        "DELETE,/api/recall/v1/campaigns/7/runs,20",
        "POST,/api/recall/v1/campaigns/7/runs/8,1",
        "GET,/api/me,1"
    })
    void shouldTakeMoreTokensForWhatWorksLong(String method, String path, long tokens) {
        assertThat(costs.of(method, path)).isEqualTo(tokens);
    }

    @Test
    void shouldTakeTheHighestCostOfSeveral() {
        RequestCosts both = RequestCosts.of(List.of(
                new Cost(Optional.empty(), List.of("/api/*/v1"), 7),
                new Cost(Optional.empty(), List.of("/api/a/v1"), 3)));

        assertThat(both.of("GET", "/api/a/v1")).isEqualTo(7);
    }

    private record Cost(Optional<String> method, List<String> paths, int tokens) implements RatesConfig.Cost {}
}
