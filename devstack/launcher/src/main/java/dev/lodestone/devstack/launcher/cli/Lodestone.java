package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.LauncherException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the script {@code ./lodestone} runs once it has found a JDK and built what was to be built. */
@Command(
        name = "lodestone",
        description = "Starts, feeds and stops the suite on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {UpCommand.class, DownCommand.class, ReplayCommand.class, BenchCommand.class})
public final class Lodestone {

    private Lodestone() {}

    /** Ends with 0 when the command did its work, 1 when it could not, 2 when it was not understood. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Lodestone());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof LauncherException known) {
                System.err.println(known.getMessage());
            } else {
                failure.printStackTrace();
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(commandLine.execute(arguments));
    }
}
