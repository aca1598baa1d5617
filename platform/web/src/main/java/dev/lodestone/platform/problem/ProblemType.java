package dev.lodestone.platform.problem;

/**
 * A kind of problem. Each package lists its own as constants of a class {@code …Problems}.
 *
 * @param slug stable name in kebab case, such as {@code insufficient-points}; it is contract and never changes
 * @param status HTTP status code
 * @param title one line of text, the same for every occurrence
 */
public record ProblemType(String slug, int status, String title) {}
