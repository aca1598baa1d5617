package dev.lodestone.platform.approvals;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The result of an approval.
 *
 * {@snippet lang=json :
 * {
 *   "proposal": {"id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "kind": "POSTING", "content": {"memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11"},
 *     "contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "proposedBy": "operator-1",
 *     "proposedAt": "2026-03-01T04:31:07Z", "expiresAt": "2026-03-08T04:31:07Z", "status": "APPROVED",
 *     "decidedBy": "operator-2", "decidedAt": "2026-03-01T06:00:00Z", "reason": null},
 *   "result": {"id": "019ca7aa-12f8-7a03-97aa-f94de2f5ce01"}
 * }
 * }
 *
 * @param result the answer that the request gets if no approval is needed
 */
@RegisterForReflection
public record ApprovalView(ProposalView proposal, Object result) {}
