package dev.lodestone.platform.parameter;

/** Forms of texts that endpoints of several packages take, for {@code @Pattern}. */
public final class Patterns {
    /** The code of something that operators name, such as a rule, a reward or a circle; the database checks the same form. */
    public static final String CODE = "[a-z][a-z0-9-]{0,49}";

    private Patterns() {}
}
