package dev.lodestone.gateway.membercentre;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.events.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member's first screen. Each part is the service's own JSON; null without an entry in {@code degraded} means that the service
 * does not know the member yet.
 *
 * {@snippet lang=json :
 * {
 *   "member": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11",
 *   "points": {"memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "asset": "POINTS", "balance": 412, "pending": 79, "held": 0, "accountVersion": 9,
 *     "expiresNext": "2027-03-01T04:31:07Z"},
 *   "tier": {"memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "membershipNumber": "L0000000017", "level": "ADVANCED", "levelName": "Advanced",
 *     "growth": 1200, "enrolledAt": "2025-11-02T10:00:00Z"},
 *   "community": {"checkedInToday": true, "streakDays": 4, "lastDay": "2026-03-01"},
 *   "recall": null,
 *   "degraded": [{"service": "recall", "reason": "unavailable"}]
 * }
 * }
 *
 * @param member the member's id
 * @param points balance, from points-service
 * @param tier membership number, level and growth, from tier-service; what the next level takes is in its roadmap
 * @param community check-ins, from community-service
 * @param recall offers, from recall-service
 * @param degraded services that did not answer
 */
record MemberCentreView(
        String member,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable JsonNode points,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable JsonNode tier,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable JsonNode community,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable JsonNode recall,

        List<Degraded> degraded) {
    MemberCentreView {
        degraded = List.copyOf(degraded);
    }

    static MemberCentreView of(MemberId member, List<PartAnswer> answers) {
        Map<Part, PartAnswer> byPart =
                answers.stream().collect(Collectors.toMap(PartAnswer::part, Function.identity()));
        return new MemberCentreView(
                member.toString(),
                content(byPart, Part.POINTS),
                content(byPart, Part.TIER),
                content(byPart, Part.COMMUNITY),
                content(byPart, Part.RECALL),
                degraded(answers));
    }

    private static @Nullable JsonNode content(Map<Part, PartAnswer> byPart, Part part) {
        PartAnswer answer = byPart.get(part);
        return answer == null ? null : answer.content();
    }

    private static List<Degraded> degraded(List<PartAnswer> answers) {
        return answers.stream().flatMap(answer -> Degraded.of(answer).stream()).toList();
    }

    /** A service that did not answer, and why. */
    record Degraded(String service, Reason reason) {
        static Optional<Degraded> of(PartAnswer answer) {
            Reason missing = answer.missing();
            return missing == null
                    ? Optional.empty()
                    : Optional.of(new Degraded(answer.part().service(), missing));
        }
    }

    /** Why a part is missing. */
    enum Reason {
        /** No connection to the service. */
        @JsonProperty("unavailable")
        UNAVAILABLE,
        /** No complete answer in time. */
        @JsonProperty("timeout")
        TIMEOUT,
        /** The service does not accept this token. */
        @JsonProperty("refused")
        REFUSED,
        /** The service answered with an error, or with something that is not JSON. */
        @JsonProperty("failed")
        FAILED
    }
}
