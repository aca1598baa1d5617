package dev.lodestone.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks which packages of a service name which of its tables: in the SQL of their string literals and in {@code @Table}. A table belongs to
 * one package, so that its columns can change without a search through the whole service.
 */
public final class TableOwners {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED =
            Pattern.compile("(?:create (?:unlogged )?table (?:if not exists )?|rename to )([a-z_]+)");
    private static final Pattern ENTITY = Pattern.compile("@Table\\(name = \"([a-z_]+)\"\\)");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update|table|using)\\s+([a-z_]+)");

    private TableOwners() {}

    /**
     * Checks every package below {@code root}; packages are named by their path below it. Runs in the module's directory.
     *
     * @param verifiers packages that read the rows of others as they are stored, because they vouch for them and trust no other code
     * @param shared the tables that more than one other package names, each with all packages that do
     */
    public static void check(String root, Set<String> verifiers, Map<String, Set<String>> shared) {
        Map<String, Set<String>> packages = packagesByTable(SOURCES.resolve(root.replace('.', '/')), tables());
        assertThat(packages).as("tables that the SQL of " + root + " names").isNotEmpty();
        packages.values().forEach(names -> names.removeAll(verifiers));
        packages.values().removeIf(names -> names.size() <= 1);
        assertThat(packages)
                .as("tables that more than one package names: a table belongs to one package, others ask it")
                .isEqualTo(new TreeMap<>(shared));
    }

    private static Set<String> tables() {
        return files(MIGRATIONS, ".sql").stream()
                .flatMap(file -> CREATED.matcher(read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> packagesByTable(Path root, Set<String> tables) {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (Path file : files(root, ".java")) {
            String name = root.relativize(file.getParent()).toString().replace('/', '.');
            names(read(file))
                    .filter(tables::contains)
                    .forEach(table -> packages.computeIfAbsent(table, one -> new TreeSet<>())
                            .add(name));
        }
        return packages;
    }

    private static Stream<String> names(String source) {
        Stream<String> entities = ENTITY.matcher(source).results().map(match -> match.group(1));
        Stream<String> statements = LITERAL.matcher(source)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .flatMap(literal -> NAMED.matcher(literal).results())
                .map(match -> match.group(1));
        return Stream.concat(entities, statements);
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
