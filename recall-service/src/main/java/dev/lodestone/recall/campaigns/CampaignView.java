package dev.lodestone.recall.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign. {@code report} is present only if one campaign is requested. See {@link CampaignRequest} for the other members.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "name": "spring", "subject": "{name}, we miss you",
 *   "body": "Come back and get {bonus} points.", "bonusPoints": 200, "validDays": 14, "holdOutPercent": 10, "audience": "DORMANT",
 *   "createdAt": "2026-03-01T04:31:07Z",
 *   "report": {"eligible": 1000, "treated": 900, "heldOut": 100, "contacted": 880, "pending": 0, "failed": 15, "unknown": 1,
 *     "cancelled": 4, "treatedReturned": 180, "heldOutReturned": 12, "treatedReturnRate": 0.2, "heldOutReturnRate": 0.12}
 * }
 * }
 */
@RegisterForReflection
public record CampaignView(
        UUID id,
        String name,
        String subject,
        String body,
        long bonusPoints,
        int validDays,
        int holdOutPercent,
        Audience audience,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CampaignReport report) {

    CampaignView with(CampaignReport report) {
        return new CampaignView(
                id, name, subject, body, bonusPoints, validDays, holdOutPercent, audience, createdAt, report);
    }
}
