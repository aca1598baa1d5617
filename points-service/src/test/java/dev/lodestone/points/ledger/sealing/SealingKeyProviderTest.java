package dev.lodestone.points.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.sealingkeys.*;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyProviderTest {
    @TempDir
    Path folder;

    @Test
    void P30_shouldHaveNoKeyWhenNoneIsConfigured() {
        assertThat(holder(Map.of()).keys()).isEmpty();
    }

    @Test
    void P30_shouldWarnAndSayWhatToDoWhileThereIsNoKey() {
        SealingState state = new SealingState();
        SealingCheck check = new SealingCheck(state);

        state.withoutKey();
        HealthCheckResponse without = check.call();
        state.working();

        assertThat(without.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(String.valueOf(without.getData().orElseThrow().get("error"))).contains("openssl genpkey");
        assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void P30_shouldCreateAKeyOnlyWhenConfigured() throws Exception {
        Path file = folder.resolve("keys/sealing.pem");

        assertThatThrownBy(() ->
                        holder(Map.of("private-key-file", file.toString())).keys())
                .isInstanceOf(UncheckedIOException.class);
        assertThat(Files.exists(file)).isFalse();

        Map<String, String> making = Map.of("private-key-file", file.toString(), "generate-key", "true");
        Hash made = holder(making).keys().orElseThrow().current().id();
        assertThat(holder(making).keys().orElseThrow().current().id()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void P30_shouldRememberThePreviousKey() throws Exception {
        String old = PrivateSealingKey.newPem();
        String current = PrivateSealingKey.newPem();
        Path file = Files.writeString(folder.resolve("sealing.pem"), old);

        SealingKeys configured = holder(Map.of("private-key", current, "previous-private-key", old))
                .keys()
                .orElseThrow();
        SealingKeyProvider running = holder(Map.of("private-key-file", file.toString()));
        assertThat(running.keys().orElseThrow().current().id())
                .isEqualTo(PrivateSealingKey.ofPem(old).id());
        Files.writeString(file, current);
        SealingKeys replaced = running.keys().orElseThrow();

        assertThat(replaced.current().id()).isEqualTo(configured.current().id());
        assertThat(assertHeld(configured).id())
                .isEqualTo(PrivateSealingKey.ofPem(old).id());
        assertThat(assertHeld(replaced).id())
                .isEqualTo(PrivateSealingKey.ofPem(old).id());
    }

    private static PrivateSealingKey assertHeld(SealingKeys keys) {
        assertThat(keys.previous()).isNotNull();
        return keys.previous();
    }

    private static SealingKeyProvider holder(Map<String, String> settings) {
        return new SealingKeyProvider(new Settings(
                Optional.ofNullable(settings.get("private-key")),
                Optional.ofNullable(settings.get("private-key-file")).map(Path::of),
                Optional.ofNullable(settings.get("previous-private-key")),
                Optional.empty(),
                settings.containsKey("generate-key"),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                1,
                1));
    }

    private record Settings(
            Optional<String> privateKey,
            Optional<Path> privateKeyFile,
            Optional<String> previousPrivateKey,
            Optional<Path> previousPrivateKeyFile,
            boolean generateKey,
            Duration interval,
            Duration unsealedMax,
            int blockSize,
            int batchSize)
            implements SealingConfig {}
}
