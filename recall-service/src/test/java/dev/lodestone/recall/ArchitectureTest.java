package dev.lodestone.recall;

import dev.lodestone.testkit.EndpointRefusals;
import dev.lodestone.testkit.ParameterRefusals;
import dev.lodestone.testkit.TokenRefusals;
import dev.lodestone.testkit.architecture.ArchitectureRules;
import dev.lodestone.testkit.architecture.OperationDescriptions;
import dev.lodestone.testkit.architecture.PackageDependencies;
import dev.lodestone.testkit.architecture.ServiceDocuments;
import dev.lodestone.testkit.architecture.TableOwners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class ArchitectureTest {
    @Test
    void shouldKeepTheArchitectureRules() {
        ArchitectureRules.check("dev.lodestone.recall");
        ArchitectureRules.checkPureRules("dev.lodestone.recall");
    }

    @Test
    void shouldCallOnlyThePackagesThatTheDocumentsName() {
        PackageDependencies.check("dev.lodestone.recall");
    }

    @Test
    void shouldHaveTheEndpointsAndSettingsThatTheDocumentsName() {
        ServiceDocuments.checkEndpoints("dev.lodestone.recall", "recall");
        ServiceDocuments.checkSettings("dev.lodestone.recall", "recall-service");
    }

    @Test
    void shouldNameEachTableInOnePackage() {
        TableOwners.check("dev.lodestone.recall", Set.of(), Map.of());
    }

    @TestFactory
    Stream<DynamicTest> shouldDescribeEachOperationWithAnExample() {
        return OperationDescriptions.of();
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseCallersWithoutTheRole() {
        return EndpointRefusals.of("dev.lodestone.recall");
    }

    @TestFactory
    Stream<DynamicTest> shouldNameTheParameterThatHasTheWrongForm() {
        return ParameterRefusals.of("dev.lodestone.recall");
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseTokensThatAreNotForThisSuite() {
        return TokenRefusals.of("/api/recall/v1/me/offers");
    }
}
