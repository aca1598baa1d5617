package dev.lodestone.platform.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class AdvisoryLockTest {
    @Test
    void shouldGiveEachLockANumberOfItsOwn() {
        assertThat(AdvisoryLock.values()).extracting(AdvisoryLock::number).doesNotHaveDuplicates();
    }

    @Test
    void shouldListTheNumberThatTheScriptOfTheGrantsUses() throws IOException {
        try (InputStream script =
                AdvisoryLock.class.getResourceAsStream("/db/platform/afterMigrate__grant_to_application.sql")) {
            assertThat(new String(script.readAllBytes(), UTF_8))
                    .contains("pg_advisory_xact_lock(" + AdvisoryLock.GRANTS.number() + ")");
        }
    }
}
