package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.Service;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The measurements. */
public enum Bench {
    INGEST("orders a second from topic to topic", IngestBench::run),
    REDEEM("redemptions a second over HTTP, at 1, 8 and 64 clients", RedeemBench::run),
    /** The postings are made by millions in one transaction; sealing them is not what is measured. */
    READ(
            "balances and statements over HTTP while the book grows to 10,000,000 postings",
            Set.of(Service.POINTS),
            Map.of("LODESTONE_POINTS_SEALING_INTERVAL", "24h"),
            ReadBench::run),
    SWEEP("due lots a second, beside orders", SweepBench::run),
    BACKTEST("a draft tried on 1,000,000 kept facts", BacktestBench::run),
    EDGE(
            "balances through the gateway beside 500 slow bodies of one client",
            Set.of(Service.POINTS, Service.GATEWAY),
            Map.of(),
            EdgeBench::run);

    private interface Measurement {
        void in(BenchEnvironment bench) throws Exception;
    }

    private final String description;
    private final Set<Service> services;
    private final Map<String, String> environment;
    private final Measurement measurement;

    Bench(String description, Measurement measurement) {
        this(description, Set.of(Service.POINTS), Map.of(), measurement);
    }

    Bench(String description, Set<Service> services, Map<String, String> environment, Measurement measurement) {
        this.description = description;
        this.services = services;
        this.environment = environment;
        this.measurement = measurement;
    }

    public static Optional<Bench> named(String name) {
        return Arrays.stream(values())
                .filter(bench -> bench.shortName().equals(name))
                .findFirst();
    }

    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /**
     * Starts what it measures, measures it, and stops it.
     *
     * @param root the project
     * @param out where the figures go
     */
    public void run(Path root, PrintStream out) throws Exception {
        try (BenchEnvironment bench = new BenchEnvironment(root, out, services, environment)) {
            measurement.in(bench);
        }
    }
}
