package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import dev.lodestone.devstack.launcher.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark program, as the reference. */
final class Pgbench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final int SECONDS = 10;

    private final int port;
    private final String database;
    private final Path file;
    private final Map<String, Long> variables;

    /** @param folder where the script may be written */
    Pgbench(int port, String database, Script script, Map<String, Long> variables, Path folder) {
        this.port = port;
        this.database = database;
        this.file = folder.resolve(script.name() + ".sql");
        this.variables = variables;
        try {
            Files.writeString(file, script.text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Transactions a second with {@code clients} at a time. */
    double transactionsPerSecond(int clients) {
        ProcessBuilder builder = new ProcessBuilder(command(clients)).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PGPASSWORD", EmbeddedPostgresql.PASSWORD));
        String output = run(builder);
        Matcher figure = TPS.matcher(output);
        if (!figure.find()) {
            throw new LauncherException("pgbench gave no figure:\n" + output);
        }
        return Double.parseDouble(figure.group(1));
    }

    private List<String> command(int clients) {
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
        command.addAll(List.of("-T", Integer.toString(SECONDS), "-c", Integer.toString(clients)));
        command.addAll(List.of("-j", clients > 1 ? "2" : "1", "-f", file.toString()));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(
                List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", EmbeddedPostgresql.USER, database));
        return command;
    }

    private static String run(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS + 60L, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return output;
        } catch (IOException missing) {
            throw new LauncherException(
                    "pgbench was not found on the path; it comes with PostgreSQL (Debian: apt-get install postgresql-contrib)");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
