package dev.lodestone.points.earning.evaluation;

/** Who reads an explanation. */
public enum Audience {
    /** Reads titles instead of codes and versions, and no expressions. */
    MEMBER,
    OPERATOR
}
