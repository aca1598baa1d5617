package dev.lodestone.platform.security;

/**
 * What a caller may do: one role for each capability, as {@code @RolesAllowed} wants them. The identity provider gives them out, alone or in
 * composite roles such as {@code operator} or {@code pos}; no service knows a composite role (ADR 18).
 */
public final class Role {
    /** Sees and uses the account of the member that the token names. */
    public static final String MEMBER = "member";
    /** Administers the deployment; sees no member's account. */
    public static final String ADMIN = "admin";

    /** Drafts, tries, publishes and approves earning rules. */
    public static final String RULES = "rules";
    /** Drafts, previews, publishes and approves tier sets. */
    public static final String TIER_SETS = "tier-sets";
    /** Gives, locks and ends levels by hand. */
    public static final String LEVELS = "levels";
    /** Posts points by hand and reverses postings. */
    public static final String ADJUSTMENTS = "adjustments";
    /** Places, reads, posts and voids holds and reads the balance for it: what a till or a shop needs. */
    public static final String HOLDS = "holds";
    /** Edits the rewards. */
    public static final String CATALOGUE = "catalogue";
    /** Sets up circles. */
    public static final String CIRCLES = "circles";
    /** Runs recall campaigns. */
    public static final String CAMPAIGNS = "campaigns";
    /** Reads the community and removes content that breaks its rules. */
    public static final String MODERATION = "moderation";
    /** Lists and redrives dead letters. */
    public static final String DEAD_LETTERS = "dead-letters";
    /** Reads any member's account, tier and profile, and changes nothing. */
    public static final String MEMBERS_READ = "members-read";
    /** Verifies the ledger and reads its totals and the liability. */
    public static final String LEDGER_AUDIT = "ledger-audit";

    private Role() {}
}
