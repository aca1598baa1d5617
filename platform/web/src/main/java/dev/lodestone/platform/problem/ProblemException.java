package dev.lodestone.platform.problem;

import java.util.Map;

/** A broken rule that the caller can do something about; {@code detail} says what. */
public final class ProblemException extends RuntimeException {
    private final transient ProblemType type;
    private final transient Map<String, Object> extensions;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    /** @param extensions further members of the problem document, such as the balance that was too low */
    public ProblemException(ProblemType type, String detail, Map<String, Object> extensions) {
        super(detail);
        this.type = type;
        this.extensions = Map.copyOf(extensions);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
