package dev.lodestone.platform.definitions;

import dev.lodestone.platform.approvals.ContentHash;
import dev.lodestone.platform.approvals.PendingApproval;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The life of one version of a definition: drafted, then proposed, then published. Pure: the caller passes in who and when, and stores the
 * result in the version's row.
 *
 * @param effectiveFrom the version is in force from then on; {@code null} while it is a draft
 */
@Embeddable
public record Lifecycle(
        @Enumerated(EnumType.STRING) DefinitionStatus status,
        @Column(name = "effective_from") @Nullable Instant effectiveFrom,
        @Column(name = "drafted_by") String draftedBy,
        @Column(name = "drafted_at") Instant draftedAt,
        @Column(name = "proposed_by") @Nullable String proposedBy,
        @Column(name = "proposed_at") @Nullable Instant proposedAt,
        @Column(name = "published_by") @Nullable String publishedBy,
        @Column(name = "published_at") @Nullable Instant publishedAt) {
    /** A new draft. A changed draft or proposal starts its life again. */
    public static Lifecycle drafted(String by, Instant at) {
        return new Lifecycle(DefinitionStatus.DRAFT, null, by, at, null, null, null, null);
    }

    /** Proposes the draft, or a proposal that has expired, for {@code from}. */
    public Lifecycle proposed(Instant from, String by, Instant at) {
        return new Lifecycle(DefinitionStatus.PROPOSED, stored(from), draftedBy, draftedAt, by, at, null, null);
    }

    /** Publishes what is proposed. */
    public Lifecycle published(String by, Instant at) {
        return new Lifecycle(
                DefinitionStatus.PUBLISHED, effectiveFrom, draftedBy, draftedAt, proposedBy, proposedAt, by, at);
    }

    /** True if it is proposed or published for {@code from}. */
    public boolean isFor(Instant from) {
        return stored(from).equals(effectiveFrom);
    }

    /**
     * Hash of all that a second operator approves; {@code null} before it is proposed.
     *
     * @param content what identifies the version, and its definition
     */
    public @Nullable String contentHash(String... content) {
        if (effectiveFrom == null) {
            return null;
        }
        String[] parts = Arrays.copyOf(content, content.length + 1);
        parts[content.length] = effectiveFrom.toString();
        return ContentHash.of(parts);
    }

    /** What a second operator decides on, for {@code lifetime} after the proposal; {@code null} if it is not proposed. */
    public @Nullable PendingApproval pending(Duration lifetime, String... content) {
        String hash = contentHash(content);
        return status != DefinitionStatus.PROPOSED || hash == null || proposedBy == null || proposedAt == null
                ? null
                : new PendingApproval(proposedBy, proposedAt.plus(lifetime), hash);
    }

    /** Its proposal and publication; {@code null} before it is proposed. */
    public @Nullable Publication publication(Duration lifetime, String... content) {
        String hash = contentHash(content);
        PendingApproval pending = pending(lifetime, content);
        return hash == null
                ? null
                : new Publication(hash, proposedBy, pending == null ? null : pending.expiresAt(), publishedBy);
    }

    /** The database stores microseconds. Cut here, so that the hash does not change. */
    private static Instant stored(Instant from) {
        return from.truncatedTo(ChronoUnit.MICROS);
    }
}
