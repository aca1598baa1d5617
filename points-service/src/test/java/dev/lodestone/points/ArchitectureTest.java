package dev.lodestone.points;

import dev.lodestone.testkit.EndpointRefusals;
import dev.lodestone.testkit.ParameterRefusals;
import dev.lodestone.testkit.TokenRefusals;
import dev.lodestone.testkit.architecture.ArchitectureRules;
import dev.lodestone.testkit.architecture.OperationDescriptions;
import dev.lodestone.testkit.architecture.PackageDependencies;
import dev.lodestone.testkit.architecture.ServiceDocuments;
import dev.lodestone.testkit.architecture.TableOwners;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class ArchitectureTest {
    @Test
    void shouldKeepTheArchitectureRules() {
        ArchitectureRules.check("dev.lodestone.points");
        ArchitectureRules.checkPureRules("dev.lodestone.points");
    }

    @Test
    void shouldCallOnlyThePackagesThatTheDocumentsName() {
        PackageDependencies.check("dev.lodestone.points");
    }

    @Test
    void shouldHaveTheEndpointsAndSettingsThatTheDocumentsName() {
        ServiceDocuments.checkEndpoints("dev.lodestone.points", "points");
        ServiceDocuments.checkSettings("dev.lodestone.points", "points-service");
    }

    @Test
    void shouldNameEachTableInOnePackage() {
        Set<String> ledger = Set.of("ledger.postings", "ledger.history");
        TableOwners.check(
                "dev.lodestone.points",
                Set.of("ledger.blocks", "ledger.checks", "ledger.orderchecks", "ledger.verification"),
                Map.of(
                        "account", ledger,
                        "posting", ledger,
                        "lot", Set.of("ledger.postings", "ledger.history", "ledger.expiry"),
                        "lot_movement", ledger,
                        "hold", ledger,
                        "hold_lot", ledger,
                        "program_account", ledger));
    }

    @TestFactory
    Stream<DynamicTest> shouldDescribeEachOperationWithAnExample() {
        return OperationDescriptions.of();
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseCallersWithoutTheRole() {
        return EndpointRefusals.of("dev.lodestone.points");
    }

    @TestFactory
    Stream<DynamicTest> shouldNameTheInvalidParameter() {
        return ParameterRefusals.of("dev.lodestone.points");
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseTokensForAnotherAudience() {
        return TokenRefusals.of("/api/points/v1/me/balance");
    }
}
