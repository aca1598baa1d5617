package dev.lodestone.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.devstack.launcher.process.ManagedProcess;
import dev.lodestone.devstack.launcher.process.PidFile;
import dev.lodestone.devstack.launcher.process.ProcessException;
import dev.lodestone.devstack.launcher.process.Readiness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    @TempDir
    Path folder;

    private StateDirectory stateDirectory = new StateDirectory(Path.of("."), Path.of("."));

    @BeforeEach
    void createFolders() {
        stateDirectory = new StateDirectory(folder, folder.resolve("data"));
        stateDirectory.create();
    }

    @Test
    void shouldReportTheLastLinesWhenAProcessEndsUnexpectedly() throws Exception {
        CompletableFuture<String> report = new CompletableFuture<>();

        start("echo out of luck; exit 3").onUnexpectedEnd(report::complete);

        assertThat(report.get(20, TimeUnit.SECONDS)).contains("points ended with code 3", "out of luck");
    }

    @Test
    void shouldGiveUpWaitingForAProcessThatHasEnded() {
        ManagedProcess child = start("echo no database; exit 1");

        assertThatThrownBy(() -> child.awaitReady(() -> Readiness.answers("http://127.0.0.1:1/")))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("no database");
    }

    @Test
    void shouldStopAProcessAndItsChildrenThatAnotherLauncherLeftBehind() {
        // Given
        ManagedProcess child = start("sleep 300 & sleep 300");
        PidFile left = PidFile.in(stateDirectory.run()).getFirst();
        ProcessHandle shell = left.process().orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> shell.descendants().count() == 2);
        List<ProcessHandle> family = shell.descendants().toList();

        // When
        assertThat(Suite.stopWhatRuns(stateDirectory)).isTrue();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !child.isAlive());
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        assertThat(PidFile.in(stateDirectory.run())).isEmpty();
        assertThat(Suite.stopWhatRuns(stateDirectory)).isFalse();
    }

    @Test
    void shouldLeaveAProcessAloneThatOnlyHasTheSameNumber() throws Exception {
        PidFile file = new PidFile(stateDirectory.run().resolve("points.pid"));
        Files.writeString(file.path(), ProcessHandle.current().pid() + " 1999-01-01T00:00:00Z");

        assertThat(file.process()).isEmpty();
    }

    private ManagedProcess start(String script) {
        return ManagedProcess.start(
                "points", stateDirectory.logs(), stateDirectory.run(), List.of("sh", "-c", script), Map.of());
    }
}
