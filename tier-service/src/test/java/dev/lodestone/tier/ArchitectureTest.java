package dev.lodestone.tier;

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
        ArchitectureRules.check("dev.lodestone.tier");
        ArchitectureRules.checkPureRules("dev.lodestone.tier");
    }

    @Test
    void shouldCallOnlyThePackagesThatTheDocumentsName() {
        PackageDependencies.check("dev.lodestone.tier");
    }

    @Test
    void shouldHaveTheEndpointsAndSettingsThatTheDocumentsName() {
        ServiceDocuments.checkEndpoints("dev.lodestone.tier", "tier");
        ServiceDocuments.checkSettings("dev.lodestone.tier", "tier-service");
    }

    @Test
    void shouldNameEachTableInOnePackage() {
        TableOwners.check("dev.lodestone.tier", Set.of(), Map.of());
    }

    @TestFactory
    Stream<DynamicTest> shouldDescribeEachOperationWithAnExample() {
        return OperationDescriptions.of();
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseCallersWithoutTheRole() {
        return EndpointRefusals.of("dev.lodestone.tier");
    }

    @TestFactory
    Stream<DynamicTest> shouldNameTheParameterThatHasTheWrongForm() {
        return ParameterRefusals.of("dev.lodestone.tier");
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseTokensThatAreNotForThisSuite() {
        return TokenRefusals.of("/api/tier/v1/levels");
    }
}
