package dev.lodestone.platform.security;

/** The realm roles of the suite, as {@code @RolesAllowed} wants them. */
public final class Role {
    /** A person who sees and uses their own account. */
    public static final String MEMBER = "member";
    /** Marketing staff and brand systems. */
    public static final String OPERATOR = "operator";
    /** Keeps order in the community. */
    public static final String MODERATOR = "moderator";
    /** Administers the deployment. */
    public static final String ADMIN = "admin";

    private Role() {}
}
