package dev.lodestone.points;

import dev.lodestone.testkit.ArchitectureRules;
import dev.lodestone.testkit.EndpointRefusals;
import dev.lodestone.testkit.PackageDependencies;
import dev.lodestone.testkit.ParameterRefusals;
import dev.lodestone.testkit.ServiceDocuments;
import dev.lodestone.testkit.TokenRefusals;
import io.quarkus.test.junit.QuarkusTest;
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
        ServiceDocuments.checkSettings("dev.lodestone.points");
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
