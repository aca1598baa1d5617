package dev.lodestone.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser of this machine. On Debian as root it is installed if it is missing. */
final class Chromium implements AutoCloseable {
    /** A busy machine may take this long to answer. */
    private static final double PATIENCE_MS = 30_000;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path executable = find().or(Chromium::install)
                .orElseThrow(
                        () -> new AssertionError(
                                "The console's tests need a browser: install chromium (Debian: apt-get install chromium), then repeat them"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // As root in a container there is no sandbox; the pages are our own.
                        .setChromiumSandbox(false)
                        .setArgs(QUIET));
    }

    Browser get() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> install() {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))
                || !System.getProperty("user.name").equals("root")) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder("apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 ? find() : Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
