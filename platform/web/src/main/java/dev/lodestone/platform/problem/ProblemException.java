package dev.lodestone.platform.problem;

import java.util.Map;
import java.util.Set;

/** A broken rule that the caller can do something about; {@code detail} says what. */
public final class ProblemException extends RuntimeException {
    /** Members that every problem document has; a second one of the same name would make it unreadable. */
    private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "instance", "traceId");

    private final transient ProblemType type;
    private final transient Map<String, Object> extensions;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    /**
     * @param extensions further members of the problem document, such as the balance that was too low
     * @throws IllegalArgumentException if one of them has the name of a member that every problem document has
     */
    public ProblemException(ProblemType type, String detail, Map<String, Object> extensions) {
        super(detail);
        extensions.keySet().stream().filter(RESERVED::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(name + " is a member of every problem document; choose another name");
        });
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
