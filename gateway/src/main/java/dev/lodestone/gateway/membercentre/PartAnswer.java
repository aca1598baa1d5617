package dev.lodestone.gateway.membercentre;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one service.
 *
 * @param content the JSON of the service, unchanged; null if it does not know the member yet or did not answer
 * @param missing why there is no answer; null if there is one
 */
record PartAnswer(Part part, @Nullable JsonNode content, MemberCentreView.@Nullable Reason missing) {
    static PartAnswer of(Part part, @Nullable JsonNode content) {
        return new PartAnswer(part, content, null);
    }

    static PartAnswer missing(Part part, MemberCentreView.Reason reason) {
        return new PartAnswer(part, null, reason);
    }
}
