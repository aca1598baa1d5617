package dev.lodestone.recall.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign. {@code report} is present only if one campaign is requested. See {@link CampaignRequest} for the other members. */
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
