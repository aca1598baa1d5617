package dev.lodestone.platform.problem;

/** A kind of problem. Each room lists its own in an enum {@code …Problems}; the slug is contract and never changes. */
public interface ProblemType {
    /** Stable name in kebab case, such as {@code insufficient-points}. */
    String slug();

    /** HTTP status code. */
    int status();

    /** One line for people, the same for every occurrence. */
    String title();
}
