package dev.lodestone.platform.approvals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as callers read it.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "kind": "POSTING",
 *   "content": {"memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "note": "goodwill"},
 *   "contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
 *   "proposedBy": "operator-1", "proposedAt": "2026-03-01T04:31:07Z", "expiresAt": "2026-03-08T04:31:07Z",
 *   "status": "OPEN", "decidedBy": null, "decidedAt": null, "reason": null
 * }
 * }
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
