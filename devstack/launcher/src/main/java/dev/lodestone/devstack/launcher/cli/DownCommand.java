package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.Suite;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the suite, also what is left of one whose launcher was killed. */
@Command(name = "down", description = "Stops everything that up started.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Mixin
    private final RootOption root = new RootOption();

    @Override
    public Integer call() {
        System.out.println(
                Suite.stopWhatRuns(root.stateDirectory()) ? "The suite is stopped." : "Nothing was running.");
        return 0;
    }
}
