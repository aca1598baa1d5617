package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.bench.IngestBench;
import dev.lodestone.devstack.launcher.bench.SweepBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Measures. */
@Command(
        name = "bench",
        description = "Measures, beside a reference on the same database in the same run.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final RootOption root = new RootOption();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = {"ingest: orders a second from topic to topic.", "sweep: due lots a second, beside orders."})
    private String name = "";

    @Override
    public Integer call() throws Exception {
        switch (name) {
            case "sweep" -> new SweepBench(root.home().root(), System.out).run();
            case "ingest" -> new IngestBench(root.home().root(), System.out).run();
            default -> throw new LauncherException("Name a measurement: ./lodestone bench ingest|sweep");
        }
        return 0;
    }
}
