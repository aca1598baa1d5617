package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.bench.BacktestBench;
import dev.lodestone.devstack.launcher.bench.EdgeBench;
import dev.lodestone.devstack.launcher.bench.IngestBench;
import dev.lodestone.devstack.launcher.bench.ReadBench;
import dev.lodestone.devstack.launcher.bench.RedeemBench;
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
            description = {
                "ingest: orders a second from topic to topic.",
                "redeem: redemptions a second over HTTP, at 1, 8 and 64 clients.",
                "read: balances and statements over HTTP while the book grows to 10,000,000 postings.",
                "sweep: due lots a second, beside orders.",
                "backtest: a draft tried on 1,000,000 kept facts.",
                "edge: balances through the gateway beside 500 slow bodies of one client."
            })
    private String name = "";

    @Override
    public Integer call() throws Exception {
        switch (name) {
            case "ingest" -> new IngestBench(root.stateDirectory().root(), System.out).run();
            case "redeem" -> new RedeemBench(root.stateDirectory().root(), System.out).run();
            case "read" -> new ReadBench(root.stateDirectory().root(), System.out).run();
            case "sweep" -> new SweepBench(root.stateDirectory().root(), System.out).run();
            case "backtest" -> new BacktestBench(root.stateDirectory().root(), System.out).run();
            case "edge" -> new EdgeBench(root.stateDirectory().root(), System.out).run();
            default ->
                throw new LauncherException(
                        "Name a measurement: ./lodestone bench ingest|redeem|read|sweep|backtest|edge");
        }
        return 0;
    }
}
