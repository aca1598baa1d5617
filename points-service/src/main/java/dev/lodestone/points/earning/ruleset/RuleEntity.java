package dev.lodestone.points.earning.ruleset;

import dev.lodestone.points.approvals.ContentHash;
import dev.lodestone.points.approvals.PendingApproval;
import dev.lodestone.points.earning.rules.RuleDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored version of a rule. */
@Entity
@Table(name = "earning_rule")
class RuleEntity {
    /** The state of a version. */
    enum Status {
        DRAFT,
        /** Must be approved by a second operator. */
        PROPOSED,
        PUBLISHED
    }

    @Embeddable
    record Key(String code, int version) {}

    @EmbeddedId
    Key key;

    /** A {@link RuleDefinition} as JSON. */
    String definition;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "effective_from")
    @Nullable Instant effectiveFrom;

    @Column(name = "drafted_by")
    String draftedBy;

    @Column(name = "drafted_at")
    Instant draftedAt;

    @Column(name = "proposed_by")
    @Nullable String proposedBy;

    @Column(name = "proposed_at")
    @Nullable Instant proposedAt;

    @Column(name = "published_by")
    @Nullable String publishedBy;

    @Column(name = "published_at")
    @Nullable Instant publishedAt;

    /** Hash of all content that a second operator approves; {@code null} before it is proposed. */
    @Nullable String contentHash() {
        return effectiveFrom == null
                ? null
                : ContentHash.of(key.code(), Integer.toString(key.version()), definition, effectiveFrom.toString());
    }

    /** The content for a second operator, valid for {@code lifetime} after the proposal; {@code null} if it is not proposed. */
    @Nullable PendingApproval proposed(Duration lifetime) {
        String hash = contentHash();
        return status != Status.PROPOSED || hash == null || proposedBy == null || proposedAt == null
                ? null
                : new PendingApproval(proposedBy, proposedAt.plus(lifetime), hash);
    }

    /** Its proposal and publication; {@code null} before it is proposed. */
    RuleView.@Nullable Publication publication(Duration lifetime) {
        String hash = contentHash();
        PendingApproval proposed = proposed(lifetime);
        return hash == null
                ? null
                : new RuleView.Publication(
                        hash, proposedBy, proposed == null ? null : proposed.expiresAt(), publishedBy);
    }
}
