package dev.lodestone.gateway.refusals;

import dev.lodestone.platform.problem.ProblemType;
import java.util.Map;

/**
 * An answer by the gateway instead of a service.
 *
 * @param detail what happened and what to do
 * @param headers response headers that belong to it, such as {@code Retry-After}
 * @param extensions further members of the problem document
 */
public record Refusal(ProblemType type, String detail, Map<String, String> headers, Map<String, Object> extensions) {
    public Refusal {
        headers = Map.copyOf(headers);
        extensions = Map.copyOf(extensions);
    }

    public Refusal(ProblemType type, String detail) {
        this(type, detail, Map.of(), Map.of());
    }

    public Refusal(ProblemType type, String detail, Map<String, String> headers) {
        this(type, detail, headers, Map.of());
    }
}
