package dev.lodestone.points;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs docs/verify-statement.sh as a member does. Requires bash and openssl. */
public final class VerifierScript {
    /** Exit status and output of the script. */
    public record Outcome(int status, String output) {}

    private VerifierScript() {}

    /** Verifies {@code documents} together; {@code trustedKey} is a fingerprint or empty. */
    public static Outcome check(String trustedKey, String... documents) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("proof");
        List<String> command = new ArrayList<>(List.of(
                "bash",
                Path.of(System.getProperty("lodestone.root"), "docs/verify-statement.sh")
                        .toString()));
        if (!trustedKey.isEmpty()) {
            command.addAll(List.of("-k", trustedKey));
        }
        for (int i = 0; i < documents.length; i++) {
            command.add(
                    Files.writeString(folder.resolve(i + ".json"), documents[i]).toString());
        }
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the check took more than a minute");
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}
