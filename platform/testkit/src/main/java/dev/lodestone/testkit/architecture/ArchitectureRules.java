package dev.lodestone.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.lodestone.platform.ids.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** The architecture rules that every service keeps; each says why. */
public final class ArchitectureRules {
    private static final String INPUT_AND_OUTPUT = ".*(Resource|Consumer|Job|Service|Repository|Entity|Config)(\\$.*)?";

    private static final Path SOURCES = Path.of("src/main/java");
    private static final int PACKAGE_FILES_MAX = 15;

    private ArchitectureRules() {}

    /** Checks the main classes below {@code packageName}, such as {@code dev.lodestone.points}. */
    public static void check(String packageName) {
        JavaClasses service = mainClasses(packageName);
        for (ArchRule rule : rules(packageName)) {
            rule.check(service);
        }
        checkPackageSizes(packageName);
        checkAssertions(packageName);
    }

    /** Checks that the tests below {@code packageName} assert with AssertJ. */
    public static void checkAssertions(String packageName) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Assertions.class)
                .because("one kind of assertion reads the same everywhere: AssertJ's")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages(packageName));
    }

    /** Checks that no package below {@code packageName} has more than 15 source files. Runs in the module's directory. */
    public static void checkPackageSizes(String packageName) {
        checkPackageSizes(packageName, SOURCES);
    }

    /** As {@link #checkPackageSizes(String)}, for the module whose sources lie in {@code sources}. */
    public static void checkPackageSizes(String packageName, Path sources) {
        try (Stream<Path> files = Files.walk(sources.resolve(packageName.replace('.', '/')))) {
            Map<Path, Long> tooLarge = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
            tooLarge.values().removeIf(size -> size <= PACKAGE_FILES_MAX);
            assertThat(tooLarge)
                    .as("packages of more than " + PACKAGE_FILES_MAX + " files: split what does two things")
                    .isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Checks that the rules below {@code packageName} are pure: their callers pass in ids and times. */
    public static void checkPureRules(String packageName) {
        noClasses()
                .that()
                .haveNameNotMatching(INPUT_AND_OUTPUT)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Ids.class, Clock.class)
                .because("the same input must give the same result, in a test and in a replay of history")
                .check(mainClasses(packageName));
    }

    private static JavaClasses mainClasses(String packageName) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
    }

    private static List<ArchRule> rules(String packageName) {
        return List.of(
                slices().matching(packageName + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .because(
                                "dependencies between packages never form a cycle, so that each package can be understood alone"),
                noClasses()
                        .that()
                        .haveNameNotMatching(INPUT_AND_OUTPUT)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.smallrye.mutiny..", "io.vertx..", "jakarta.ws.rs..", "org.hibernate..")
                        .because(
                                "rules are values in, values out; only classes with these suffixes do input and output")
                        .allowEmptyShould(true),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Entity")
                        .or()
                        .haveSimpleNameEndingWith("Repository")
                        .should()
                        .bePackagePrivate()
                        .because("a table belongs to one package; others call its entry point")
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .resideInAnyPackage("..impl..", "..dto..", "..util..", "..mapper..", "..helper..")
                        .because("packages are named after what the product does"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.jboss\\.resteasy\\.reactive\\.(RestQuery|RestPath)")
                        .because("a refusal can name a parameter only if its annotation gives the name"),
                clockAndIds());
    }

    /** Checks that clock and ids below {@code packageName} come from the platform. */
    public static void checkClockAndIds(String packageName) {
        clockAndIds().check(mainClasses(packageName));
    }

    private static ArchRule clockAndIds() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now", ZoneId.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("clock and ids come from the platform, so that tests can set them");
    }
}
