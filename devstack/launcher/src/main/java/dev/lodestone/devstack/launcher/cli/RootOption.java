package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.StateDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the project is; the script sets it. */
final class RootOption {

    @Option(names = "--root", hidden = true, defaultValue = ".")
    private Path root = Path.of(".");

    StateDirectory stateDirectory() {
        return StateDirectory.ofProject(root.toAbsolutePath().normalize());
    }
}
