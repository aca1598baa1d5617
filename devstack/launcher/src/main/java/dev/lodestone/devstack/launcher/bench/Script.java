package dev.lodestone.devstack.launcher.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * SQL beside the benches, as pgbench reads it: {@code :name} is a variable, a line that begins with a backslash is for pgbench alone.
 *
 * @param name of the file, without its ending
 */
record Script(String name, String text) {
    static Script of(String name) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream("/bench/" + name + ".sql"))) {
            return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As the database takes it, with these values in place of the variables. */
    String sql(Map<String, Long> variables) {
        String sql = text.lines()
                .map(line -> line.startsWith("\\gset") ? ";" : line)
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"));
        for (Map.Entry<String, Long> variable : variables.entrySet()) {
            sql = sql.replaceAll("(?<!:):" + variable.getKey() + "\\b", Long.toString(variable.getValue()));
        }
        return sql;
    }

    /** The same, statement by statement; for scripts whose statements hold no semicolon. */
    List<String> statements(Map<String, Long> variables) {
        return Arrays.stream(sql(variables).split(";"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }
}
