package dev.lodestone.recall.campaigns;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.recall.channels.Template;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new campaign. It cannot be changed later.
 *
 * {@snippet lang=json :
 * {
 *   "name": "spring", "subject": "{name}, we miss you", "body": "Come back and get {bonus} points.", "bonusPoints": 200,
 *   "validDays": 14, "holdOutPercent": 10, "audience": "DORMANT"
 * }
 * }
 *
 * @param subject one line; may use {@code {name}} and {@code {bonus}}
 * @param body plain text; may use {@code {name}} and {@code {bonus}}
 * @param bonusPoints for a return, whole units
 * @param validDays how long a return counts
 * @param holdOutPercent share of the eligible members who never get a message
 * @param audience {@code DORMANT} if left out
 */
public record CampaignRequest(
        @NotBlank @Size(max = 100) String name,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line") String subject,

        @NotBlank @Size(max = 10_000) String body,
        @NotNull @Min(1) @Max(1_000_000_000) Long bonusPoints,
        @NotNull @Min(1) @Max(365) Integer validDays,
        @NotNull @Min(0) @Max(90) Integer holdOutPercent,
        @Nullable Audience audience) {
    private static final Set<String> VARIABLES = Set.of("name", "bonus");

    /** @throws ProblemException 400 if a text has an unknown variable */
    void checkTemplates() {
        check("subject", subject);
        check("body", body);
    }

    Audience audienceOrDefault() {
        return audience == null ? Audience.DORMANT : audience;
    }

    private static void check(String field, String text) {
        try {
            new Template(text).check(VARIABLES);
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(CampaignProblems.TEMPLATE_INVALID, field + ": " + invalid.getMessage());
        }
    }
}
