package dev.lodestone.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lodestone.gateway");

    @Test
    void shouldKeepArrowsBetweenRoomsFromTurningBack() {
        slices().matching("dev.lodestone.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each room can then be understood alone")
                .check(GATEWAY);
    }

    @Test
    void shouldLetTheEdgeKnowNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.edge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..gateway.routes..", "..gateway.membercentre..", "..gateway.apidocs..")
                .because("the edge protects whatever is behind it, so it may depend on none of that")
                .check(GATEWAY);
    }

    @Test
    void shouldKeepRulesApartFromInputAndOutput() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(TokenBuckets|RequestCosts|ClientPermits|BodyBudget|TraceParent|ApiPath|RequestPath|CircuitBreaker|Part|PartAnswer|MemberCentreView|SuiteDocument|ComponentNames|ApiPage)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.smallrye.mutiny..", "io.vertx..", "jakarta.ws.rs..")
                .because("rules are values in, values out")
                .check(GATEWAY);
    }

    @Test
    void shouldTakeClockAndIdsFromThePlatform() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("tests set them")
                .check(GATEWAY);
    }
}
