package dev.lodestone.points.approvals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as callers read it.
 *
 * @param content the exact request
 * @param contentHash hash of id, kind, proposer and content; an approval or rejection must send it
 * @param expiresAt the proposal can be decided until then
 * @param reason why it was rejected
 */
@RegisterForReflection
public record ProposalView(
        UUID id,
        String kind,
        JsonNode content,
        String contentHash,
        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        Proposal.Status status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {}
