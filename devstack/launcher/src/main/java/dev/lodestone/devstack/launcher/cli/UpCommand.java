package dev.lodestone.devstack.launcher.cli;

import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.SuiteSettings;
import dev.lodestone.devstack.launcher.Timeline;
import dev.lodestone.devstack.launcher.demo.DemoBrand;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite and stays until Ctrl-C or {@code ./lodestone down}. */
@Command(
        name = "up",
        description = "Starts the servers and the five services, and stays until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final RootOption root = new RootOption();

    @Option(names = "--fresh", description = "Start empty: forget points, members, records, mails.")
    private boolean fresh;

    @Option(
            names = "--port-offset",
            description = "Added to every port; the gateway's is 8080.",
            defaultValue = "0",
            paramLabel = "N")
    private int portOffset;

    /** Ends only by a signal, whose hook stops the suite. */
    @Override
    public Integer call() throws InterruptedException {
        Ports ports = new Ports(portOffset);
        Timeline timeline = new Timeline(System.out);
        SuiteSettings settings = SuiteSettings.whole(root.stateDirectory(), ports, fresh);
        Suite suite = Suite.start(settings, timeline);
        DemoBrand.introduce(ports);
        timeline.say("The demo brand has its rules, reward and circle");
        System.out.println(Welcome.to(suite));
        new CountDownLatch(1).await();
        return 0;
    }
}
