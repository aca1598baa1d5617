package dev.lodestone.tier.versions;

import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.Lifecycle;
import dev.lodestone.platform.definitions.Publication;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a tier set as it is stored.
 *
 * @param document a tier set as JSON; one that was inserted by hand may be anything
 */
record TierSetVersion(String code, int version, String document, Lifecycle life) {
    DefinitionStatus status() {
        return life.status();
    }

    /** The same version with other content or in another state of its life. */
    TierSetVersion with(String newDocument, Lifecycle newLife) {
        return new TierSetVersion(code, version, newDocument, newLife);
    }

    TierSetVersion with(Lifecycle newLife) {
        return with(document, newLife);
    }

    /** Hash of all that a second operator approves; null before it is proposed. */
    @Nullable String contentHash() {
        return life.contentHash(content());
    }

    /** What a second operator decides on; null if it is not proposed. */
    @Nullable PendingApproval proposed(Duration lifetime) {
        return life.pending(atMost(lifetime), content());
    }

    /** Its proposal and publication; null before it is proposed. */
    @Nullable Publication publication(Duration lifetime) {
        return life.publication(atMost(lifetime), content());
    }

    /** A proposal ends when it would come into force: approved later, it would change the past. */
    private Duration atMost(Duration lifetime) {
        Instant proposedAt = life.proposedAt();
        Instant effectiveFrom = life.effectiveFrom();
        if (proposedAt == null || effectiveFrom == null || !effectiveFrom.isBefore(proposedAt.plus(lifetime))) {
            return lifetime;
        }
        return Duration.between(proposedAt, effectiveFrom);
    }

    private String[] content() {
        return new String[] {code, Integer.toString(version), document};
    }
}
