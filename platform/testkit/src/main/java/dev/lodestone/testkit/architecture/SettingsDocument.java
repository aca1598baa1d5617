package dev.lodestone.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compares the page of settings with the code: names and defaults.
 *
 * <p>A row names its settings in the first column, in back quotes: the first one in full, the others from the dot on that replaces the last
 * part of the first, such as {@code `lodestone.points.proof.a`, `.b`}. What is chosen by the operator stands in angle brackets. The second
 * column has the defaults in the same order.
 */
public final class SettingsDocument {
    private static final Path DEFAULTS = Path.of("src/main/resources/application.properties");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`lodestone\\.[^|]*)\\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`([a-z.][^`]*)`");
    private static final Pattern CHOSEN = Pattern.compile("\"?<[^>]+>\"?");

    private final Path document;

    private SettingsDocument(Path document) {
        this.document = document;
    }

    /**
     * Checks the settings below {@code packageName}. Runs in the module's directory, whose {@code application.properties} may hold defaults.
     *
     * @param document the page of settings
     * @param sections the sections whose settings are all below the package; those of other sections may be, too
     */
    public static void check(String packageName, Path document, Set<String> sections) {
        new SettingsDocument(document).check(inCode(packageName), sections);
    }

    private void check(Map<String, String> actual, Set<String> sections) {
        Map<String, String> written = new TreeMap<>();
        for (String section : read().split("(?m)^## ")) {
            boolean own = sections.contains(section.lines().findFirst().orElse(""));
            inRows(section).forEach((name, value) -> {
                if (own || hasGroupOf(name, actual.keySet())) {
                    written.put(name, value);
                }
            });
        }
        assertThat(written.keySet())
                .as("the settings in %s, compared with the code", document)
                .isEqualTo(actual.keySet());
        actual.values().removeIf(value -> value.isEmpty() || value.startsWith("${"));
        written.keySet().retainAll(actual.keySet());
        assertThat(written)
                .as("the defaults in %s, compared with the code", document)
                .isEqualTo(actual);
    }

    private static boolean hasGroupOf(String name, Set<String> names) {
        return names.stream().anyMatch(other -> group(other).equals(group(name)));
    }

    private static String group(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Names with their defaults; a default is empty if there is none. */
    private static Map<String, String> inCode(String packageName) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
        Map<String, String> settings = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                ConfigClass.configClass(type.reflect())
                        .getProperties()
                        .forEach((name, value) -> settings.put(name, Objects.requireNonNullElse(value, "")));
            }
            type.getCodeUnits().stream()
                    .flatMap(unit -> unit.getParameters().stream())
                    .flatMap(parameter -> parameter.tryGetAnnotationOfType(ConfigProperty.class).stream())
                    .filter(property -> property.name().startsWith("lodestone."))
                    .forEach(property -> settings.put(
                            property.name(), property.defaultValue().replace(ConfigProperty.UNCONFIGURED_VALUE, "")));
        }
        settings.keySet().removeIf(name -> name.endsWith("[*]"));
        Properties defaults = properties();
        settings.replaceAll((name, value) -> defaults.getProperty(name, value));
        return settings;
    }

    private Map<String, String> inRows(String section) {
        Map<String, String> settings = new TreeMap<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            List<String> names = names(row.group(1));
            List<String> values = List.of(row.group(2).replace("`", "").strip().split(", ", -1));
            boolean none = values.equals(List.of(""));
            assertThat(none || names.size() == values.size())
                    .as("%s has one default for each of %s", document, names)
                    .isTrue();
            for (int i = 0; i < names.size(); i++) {
                settings.put(names.get(i), none ? "" : values.get(i));
            }
        }
        return settings;
    }

    private static List<String> names(String cell) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(cell);
        while (name.find()) {
            String full = name.group(1).startsWith(".") ? group(names.getFirst()) + name.group(1) : name.group(1);
            names.add(CHOSEN.matcher(full).replaceAll("*"));
        }
        return names;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        if (Files.exists(DEFAULTS)) {
            try (Reader reader = Files.newBufferedReader(DEFAULTS)) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return properties;
    }

    private String read() {
        try {
            return Files.readString(document);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
