package dev.lodestone.community;

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
        ArchitectureRules.check("dev.lodestone.community");
        ArchitectureRules.checkPureRules("dev.lodestone.community");
    }

    @Test
    void shouldCallOnlyThePackagesThatTheDocumentsName() {
        PackageDependencies.check("dev.lodestone.community");
    }

    @Test
    void shouldHaveTheEndpointsAndSettingsThatTheDocumentsName() {
        ServiceDocuments.checkEndpoints("dev.lodestone.community", "community");
        ServiceDocuments.checkSettings("dev.lodestone.community", "community-service");
    }

    @Test
    void shouldNameEachTableInOnePackage() {
        TableOwners.check("dev.lodestone.community", Set.of(), Map.of());
    }

    @TestFactory
    Stream<DynamicTest> shouldDescribeEachOperationWithAnExample() {
        return OperationDescriptions.of();
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseCallersWithoutTheRole() {
        return EndpointRefusals.of("dev.lodestone.community");
    }

    @TestFactory
    Stream<DynamicTest> shouldNameTheParameterThatHasTheWrongForm() {
        return ParameterRefusals.of("dev.lodestone.community");
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseTokensThatAreNotForThisSuite() {
        return TokenRefusals.of("/api/community/v1/circles");
    }
}
