package dev.lodestone.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lodestone.testkit.architecture.ArchitectureRules;
import dev.lodestone.testkit.architecture.PackageDependencies;
import dev.lodestone.testkit.architecture.ServiceDocuments;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lodestone.gateway");

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("dev.lodestone.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each package can then be understood alone")
                .check(GATEWAY);
    }

    @Test
    void shouldCallOnlyThePackagesThatTheDocumentsName() {
        PackageDependencies.check("dev.lodestone.gateway");
    }

    @Test
    void shouldHaveTheEndpointsAndSettingsThatTheDocumentsName() {
        ServiceDocuments.checkGatewayEndpoints("dev.lodestone.gateway");
        ServiceDocuments.checkSettings("dev.lodestone.gateway", "gateway");
    }

    @Test
    void shouldKeepPackagesSmall() {
        ArchitectureRules.checkPackageSizes("dev.lodestone.gateway");
    }

    @Test
    void shouldAssertWithAssertJ() {
        ArchitectureRules.checkAssertions("dev.lodestone.gateway");
    }

    @Test
    void shouldKeepTheEdgeIndependentOfWhatItProtects() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.edge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..gateway.upstreams..",
                        "..gateway.routes..",
                        "..gateway.membercentre..",
                        "..gateway.apidocs..")
                .because("the edge protects the packages behind it, so it must not depend on them")
                .check(GATEWAY);
    }

    @Test
    void shouldKeepRulesApartFromInputAndOutput() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(LocalBuckets|RateLimit|RateDecision|RequestCosts|ClientPermits|BodyBudget|HttpDate|TraceParent|ApiPath|RequestPath|SessionPath|SessionPageText|Part|PartAnswer|MemberCentreView|SuiteDocument|ComponentNames|ApiPage)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.smallrye.mutiny..", "io.vertx..", "jakarta.ws.rs..")
                .because("rules are values in, values out")
                .check(GATEWAY);
    }

    @Test
    void shouldTakeClockAndIdsFromThePlatform() {
        ArchitectureRules.checkClockAndIds("dev.lodestone.gateway");
    }
}
