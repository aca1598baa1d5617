package dev.lodestone.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rules that every service's rooms keep; each says why. */
public final class HouseRules {
    private static final String DOORS = ".*(Resource|Consumer|Job|Service|Repository|Entity|Config)(\\$.*)?";

    private HouseRules() {}

    /** Checks the main classes below {@code packageName}, such as {@code dev.lodestone.points}. */
    public static void check(String packageName) {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
        for (ArchRule rule : rules(packageName)) {
            rule.check(service);
        }
    }

    private static List<ArchRule> rules(String packageName) {
        return List.of(
                slices().matching(packageName + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("arrows between rooms never turn back, so that each can be understood alone"),
                noClasses()
                        .that()
                        .haveNameNotMatching(DOORS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.smallrye.mutiny..", "io.vertx..", "jakarta.ws.rs..", "org.hibernate..")
                        .because("rules are values in, values out; input and output belong to the named doors")
                        .allowEmptyShould(true),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Entity")
                        .or()
                        .haveSimpleNameEndingWith("Repository")
                        .should()
                        .bePackagePrivate()
                        .because("tables are a room's own; others ask its door")
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .resideInAnyPackage("..impl..", "..dto..", "..util..", "..mapper..", "..helper..")
                        .because("rooms are named after what the product does"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.jboss\\.resteasy\\.reactive\\.(RestQuery|RestPath)")
                        .because("a parameter that its annotation names can be named in a refusal"),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .because("clock and ids come from the platform, so that tests can set them"));
    }
}
