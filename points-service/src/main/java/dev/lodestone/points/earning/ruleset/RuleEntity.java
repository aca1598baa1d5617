package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.Lifecycle;
import dev.lodestone.platform.definitions.Publication;
import dev.lodestone.points.earning.rules.RuleDefinition;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A stored version of a rule. */
@Entity
@Table(name = "earning_rule")
class RuleEntity {
    @Embeddable
    record Key(String code, int version) {}

    @EmbeddedId
    Key key;

    /** A {@link RuleDefinition} as JSON. */
    String definition;

    @Embedded
    Lifecycle life;

    DefinitionStatus status() {
        return life.status();
    }

    /** Hash of all content that a second operator approves; {@code null} before it is proposed. */
    @Nullable String contentHash() {
        return life.contentHash(content());
    }

    /** The content for a second operator, valid for {@code lifetime} after the proposal; {@code null} if it is not proposed. */
    @Nullable PendingApproval proposed(Duration lifetime) {
        return life.pending(lifetime, content());
    }

    /** Its proposal and publication; {@code null} before it is proposed. */
    @Nullable Publication publication(Duration lifetime) {
        return life.publication(lifetime, content());
    }

    private String[] content() {
        return new String[] {key.code(), Integer.toString(key.version()), definition};
    }
}
