package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.bench.Bench;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Measures. */
@Command(
        name = "bench",
        description =
                "Measures, beside a reference on the same database in the same run. Without NAME: lists the measurements.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final RootOption root = new RootOption();

    @Parameters(paramLabel = "NAME", arity = "0..1")
    private String name = "";

    @Override
    public Integer call() throws Exception {
        Bench bench = Bench.named(name).orElseThrow(() -> new LauncherException("Name a measurement:\n" + list()));
        bench.run(root.stateDirectory().root(), System.out);
        return 0;
    }

    private static String list() {
        return Arrays.stream(Bench.values())
                .map(bench -> "  ./lodestone bench %-9s %s".formatted(bench.shortName(), bench.description()))
                .collect(Collectors.joining("\n"));
    }
}
