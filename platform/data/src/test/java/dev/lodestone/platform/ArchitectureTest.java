package dev.lodestone.platform;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lodestone.testkit.architecture.ArchitectureRules;
import dev.lodestone.testkit.architecture.NamedClasses;
import dev.lodestone.testkit.architecture.PackageDependencies;
import dev.lodestone.testkit.architecture.SettingsDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of all libraries of the platform; this one sees them all. */
class ArchitectureTest {
    private static final String PLATFORM = "dev.lodestone.platform";
    private static final Path FOLDER = Path.of("..");
    private static final List<Path> SOURCES = Stream.of("cloudevents", "web", "data")
            .map(library -> FOLDER.resolve(library).resolve("src/main/java"))
            .toList();

    @Test
    void shouldCallOnlyThePackagesThatTheDocumentsName() {
        PackageDependencies.check(PLATFORM, FOLDER.resolve("README.md"), SOURCES);
    }

    @Test
    void shouldHaveTheSettingsThatTheDocumentNames() {
        SettingsDocument.check(
                PLATFORM,
                FOLDER.resolve("../docs/settings.md"),
                Set.of("Every service with an API", "Every service with a database"));
    }

    @Test
    void shouldHaveTheClassesThatTheDocumentsName() {
        NamedClasses.check(
                FOLDER.resolve(".."),
                Stream.of(
                                "docs/architecture.md",
                                "docs/mechanisms.md",
                                "platform/README.md",
                                "points-service/README.md",
                                "tier-service/README.md",
                                "community-service/README.md",
                                "recall-service/README.md")
                        .map(Path::of)
                        .toList());
    }

    @Test
    void shouldKeepPackagesSmall() {
        SOURCES.forEach(sources -> ArchitectureRules.checkPackageSizes(PLATFORM, sources));
    }

    @Test
    void shouldHaveNoCycles() {
        slices().matching(PLATFORM + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("each package can then be understood alone")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(PLATFORM));
    }
}
