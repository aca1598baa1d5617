package dev.lodestone.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the endpoints and settings of a service with its documents, so that code and text cannot drift apart. Runs in the module's
 * directory.
 *
 * <p>The table of endpoints in {@code docs/architecture.md} names each endpoint in its first column as {@code `GET /me/balance`}, without
 * {@code /api/<service>/v1}, and in its second column the roles of the row's endpoints. A row that begins with a service in bold type opens
 * the rows of that service; those of <b>each service</b> hold for every one. The gateway's are whole paths. The settings stand in
 * {@code docs/settings.md}, and their groups in the module's {@code README.md}.
 */
public final class ServiceDocuments {
    private static final Path ARCHITECTURE = Path.of("../docs/architecture.md");
    private static final Path SETTINGS = Path.of("../docs/settings.md");
    private static final Path README = Path.of("README.md");
    private static final String EVERY_SERVICE = "each service";
    /** The paths for browsers, which are routes of the gateway and no resources. */
    private static final String NO_RESOURCE = " /session/";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?:\\*\\*([a-z ]+)\\*\\* )?([^|]*`(?:GET|PUT|POST|DELETE) [^|]*)\\|([^|]*)\\|");
    private static final Pattern ENDPOINT = Pattern.compile("`((?:GET|PUT|POST|DELETE) /[^` ?]*)[^`]*`");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]+");

    private ServiceDocuments() {}

    private record Row(String service, List<String> endpoints, Set<String> roles) {}

    /**
     * Checks that every endpoint below {@code packageName} stands in the table with its roles, and no other.
     *
     * @param service its name in paths, such as {@code points}
     */
    public static void checkEndpoints(String packageName, String service) {
        checkEndpoints(service, endpoints(packageName, "/api/" + service + "/v1"), Set.of(service, EVERY_SERVICE));
    }

    /** As {@link #checkEndpoints(String, String)}, for the gateway: its rows have whole paths. */
    public static void checkGatewayEndpoints(String packageName) {
        checkEndpoints("gateway", endpoints(packageName, ""), Set.of("gateway"));
    }

    private static void checkEndpoints(String service, Map<String, Set<String>> actual, Set<String> services) {
        List<Row> rows = rows(services);
        assertThat(rows.stream().map(Row::endpoints).flatMap(List::stream))
                .as("the endpoints of %s in %s, compared with the code", service, ARCHITECTURE)
                .containsExactlyInAnyOrderElementsOf(actual.keySet());
        assertThat(matches(ENDPOINT, read(README)))
                .as("the endpoints in README.md, compared with the code")
                .filteredOn(endpoint -> !endpoint.contains(NO_RESOURCE))
                .extracting(ServiceDocuments::withoutNames)
                .isSubsetOf(actual.keySet().stream()
                        .map(ServiceDocuments::withoutNames)
                        .toList());
        for (Row row : rows) {
            assertThat(row.roles)
                    .as("the roles of %s in %s, compared with the code", row.endpoints, ARCHITECTURE)
                    .isEqualTo(row.endpoints.stream()
                            .map(actual::get)
                            .flatMap(Set::stream)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /**
     * Checks that {@code docs/settings.md} has every setting below {@code packageName} with its default, and that the README names the prefix
     * of every group.
     *
     * @param section the title of the module's section in the page of settings
     */
    public static void checkSettings(String packageName, String section) {
        SettingsDocument.check(packageName, SETTINGS, Set.of(section));
        List<String> prefixes = mainClasses(packageName).stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(type -> type.getAnnotationOfType(ConfigMapping.class).prefix())
                .toList();
        String readme = read(README);
        assertThat(prefixes)
                .as("the settings of %s, compared with README.md", packageName)
                .allMatch(prefix -> readme.contains(prefix + "."));
    }

    /** A README may shorten the names of placeholders. */
    private static String withoutNames(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{}");
    }

    private static Map<String, Set<String>> endpoints(String packageName, String prefix) {
        return Endpoint.of(packageName).stream()
                .collect(Collectors.toMap(
                        endpoint -> name(endpoint, prefix), Endpoint::roles, (one, other) -> one, TreeMap::new));
    }

    private static String name(Endpoint endpoint, String prefix) {
        assertThat(endpoint.path()).startsWith(prefix);
        return endpoint.verb() + " " + endpoint.path().substring(prefix.length());
    }

    private static List<Row> rows(Set<String> services) {
        String section = read(ARCHITECTURE);
        Matcher row = ROW.matcher(section);
        String current = "";
        Stream.Builder<Row> rows = Stream.builder();
        while (row.find()) {
            current = row.group(1) == null ? current : row.group(1);
            if (services.contains(current)) {
                rows.add(new Row(current, matches(ENDPOINT, row.group(2)), roles(row.group(3))));
            }
        }
        return rows.build().toList();
    }

    /** The capabilities in a cell; other words say that none is needed. */
    private static Set<String> roles(String cell) {
        Set<String> roles = new TreeSet<>(matches(ROLE, cell));
        roles.retainAll(Endpoint.CAPABILITIES);
        return roles;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                .toList();
    }

    private static JavaClasses mainClasses(String packageName) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
