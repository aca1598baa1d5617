package dev.lodestone.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares which packages of a service call each other with what the service's documents say, so that code and text cannot drift apart.
 *
 * <p>Each {@code package-info.java} states its arrows in one sentence: {@code It calls {@code circles} and {@code members}.} or {@code It
 * calls no other package of the service.} The README states the same in a table whose first column names the package in backticks and whose
 * last column names the packages that it calls.
 */
public final class PackageDependencies {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path README = Path.of("README.md");
    private static final Pattern SENTENCE = Pattern.compile("\\bIt calls ((?:[^.{]|\\{@code [a-z.]+})*)\\.");
    private static final Pattern CODE = Pattern.compile("\\{@code ([a-z.]+)}");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|.*\\|([^|\\n]*)\\|$");
    private static final Pattern TABLE_CODE = Pattern.compile("`([a-z.]+)`");

    private PackageDependencies() {}

    /**
     * Checks every package below {@code root}, such as {@code dev.lodestone.tier}, at any depth; a package is named by its path below the
     * root, such as {@code ledger.account}. Runs in the module's directory.
     */
    public static void check(String root) {
        check(root, README, List.of(SOURCES));
    }

    /**
     * As {@link #check(String)}, for packages that several modules share.
     *
     * @param readme the document with the table
     * @param sources the source folders of all modules that have packages below {@code root}
     */
    public static void check(String root, Path readme, List<Path> sources) {
        Map<String, Set<String>> actual = actual(root);
        assertThat(actual).as("packages below " + root).isNotEmpty();
        assertThat(inPackageInfos(root, sources, actual.keySet()))
                .as("the sentence \"It calls ….\" of each package-info.java, compared with the code")
                .isEqualTo(actual);
        assertThat(inReadme(readme, actual.keySet()))
                .as("the table of packages in " + readme + ", compared with the code")
                .isEqualTo(actual);
    }

    private static Map<String, Set<String>> actual(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        Map<String, Set<String>> calls = new TreeMap<>();
        for (JavaClass origin : classes) {
            String from = feature(root, origin);
            if (!from.isEmpty()) {
                Set<String> targets = calls.computeIfAbsent(from, name -> new TreeSet<>());
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    targets.add(feature(root, dependency.getTargetClass()));
                }
            }
        }
        calls.forEach((from, targets) -> targets.removeAll(Set.of("", from)));
        return calls;
    }

    /** The path below {@code root} of the package that holds the class; empty if it lies outside. */
    private static String feature(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
    }

    private static Map<String, Set<String>> inPackageInfos(String root, List<Path> sources, Set<String> features) {
        Map<String, Set<String>> stated = new TreeMap<>();
        for (String feature : features) {
            Path file = packageInfo(sources, root + "." + feature);
            Matcher sentence = SENTENCE.matcher(read(file).replaceAll("\\R \\* ?", " "));
            assertThat(sentence.find())
                    .as(file + " has a sentence \"It calls ….\"")
                    .isTrue();
            stated.put(feature, names(CODE, sentence.group(1)));
        }
        return stated;
    }

    private static Path packageInfo(List<Path> sources, String name) {
        Path file = Path.of(name.replace('.', '/'), "package-info.java");
        return sources.stream()
                .map(source -> source.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + file));
    }

    private static Map<String, Set<String>> inReadme(Path readme, Set<String> features) {
        return TABLE_ROW
                .matcher(read(readme))
                .results()
                .filter(row -> features.contains(row.group(1)))
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> names(TABLE_CODE, row.group(2)),
                        (first, second) -> first,
                        TreeMap::new));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
