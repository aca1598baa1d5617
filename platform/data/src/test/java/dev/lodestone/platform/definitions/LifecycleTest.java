package dev.lodestone.platform.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant EFFECTIVE = Instant.parse("2026-04-01T00:00:00.123456789Z");
    private static final Duration LIFETIME = Duration.ofDays(7);

    @Test
    void shouldHaveNoHashAndNoPublicationBeforeItIsProposed() {
        Lifecycle draft = Lifecycle.drafted("ann", NOW);

        assertThat(draft.status()).isEqualTo(DefinitionStatus.DRAFT);
        assertThat(draft.contentHash("a")).isNull();
        assertThat(draft.pending(LIFETIME, "a")).isNull();
        assertThat(draft.publication(LIFETIME, "a")).isNull();
    }

    @Test
    void shouldLetAnotherOperatorDecideOnWhatIsProposed() {
        Lifecycle proposed = Lifecycle.drafted("ann", NOW).proposed(EFFECTIVE, "ann", NOW);
        PendingApproval pending = Objects.requireNonNull(proposed.pending(LIFETIME, "a"));
        String hash = pending.contentHash();

        assertThatNoException().isThrownBy(() -> pending.check("bob", hash, NOW));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> pending.check("ann", hash, NOW));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> pending.check("bob", hash, NOW.plus(LIFETIME)));
    }

    @Test
    void shouldChangeTheHashWithTheContentAndTheEffectiveTime() {
        Lifecycle proposed = Lifecycle.drafted("ann", NOW).proposed(EFFECTIVE, "ann", NOW);
        Lifecycle later = Lifecycle.drafted("ann", NOW).proposed(EFFECTIVE.plusSeconds(1), "ann", NOW);

        assertThat(proposed.contentHash("a")).isNotEqualTo(proposed.contentHash("b"));
        assertThat(proposed.contentHash("a")).isNotEqualTo(later.contentHash("a"));
        assertThat(proposed.contentHash("a"))
                .isEqualTo(proposed.published("bob", NOW).contentHash("a"));
    }

    @Test
    void shouldKeepTheEffectiveTimeAsTheDatabaseStoresIt() {
        Lifecycle proposed = Lifecycle.drafted("ann", NOW).proposed(EFFECTIVE, "ann", NOW);

        assertThat(proposed.effectiveFrom()).isEqualTo(Instant.parse("2026-04-01T00:00:00.123456Z"));
        assertThat(proposed.isFor(EFFECTIVE)).isTrue();
        assertThat(proposed.isFor(EFFECTIVE.plusSeconds(1))).isFalse();
    }

    @Test
    void shouldRememberWhoPublishedIt() {
        Lifecycle published =
                Lifecycle.drafted("ann", NOW).proposed(EFFECTIVE, "ann", NOW).published("bob", NOW);

        assertThat(published.publication(LIFETIME, "a"))
                .isEqualTo(new Publication(Objects.requireNonNull(published.contentHash("a")), "ann", null, "bob"));
    }
}
