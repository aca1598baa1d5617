package dev.lodestone.devstack.launcher;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final int FILES_MAX = 15;

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lodestone.devstack.launcher");

    @Test
    void shouldHaveNoCycleBetweenPackages() {
        slices().matching("dev.lodestone.devstack.(**)")
                .should()
                .beFreeOfCycles()
                .because("each package can be understood without those that call it")
                .check(classes);
    }

    @Test
    void shouldHaveAtMostFifteenFilesInAPackage() {
        Map<String, Long> files = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files).isNotEmpty();
        assertThat(files.values()).allMatch(count -> count <= FILES_MAX);
    }
}
