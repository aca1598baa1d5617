package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import dev.lodestone.devstack.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private final Path script;

    /** @param resource name of the script on the class path */
    Pgbench(int port, String database, String resource, Path folder) {
        this.port = port;
        this.database = database;
        this.script = folder.resolve(database + ".sql");
        try (InputStream in = Pgbench.class.getResourceAsStream(resource)) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Transactions a second with {@code clients} at a time. */
    double transactionsPerSecond(int clients) {
        List<String> command = List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-T",
                Integer.toString(SECONDS),
                "-c",
                Integer.toString(clients),
                "-j",
                clients > 1 ? "2" : "1",
                "-f",
                script.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-U",
                EmbeddedPostgresql.USER,
                database);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PGPASSWORD", EmbeddedPostgresql.PASSWORD));
        String output = run(builder);
        Matcher figure = TPS.matcher(output);
        if (!figure.find()) {
            throw new LauncherException("pgbench gave no figure:\n" + output);
        }
        return Double.parseDouble(figure.group(1));
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
