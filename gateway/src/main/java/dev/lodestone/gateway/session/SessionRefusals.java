package dev.lodestone.gateway.session;

import dev.lodestone.gateway.refusals.Refusal;

/** The refusals of a session's requests. */
final class SessionRefusals {
    /** For a script: never a redirect, so that the page can keep what the user wrote. */
    static final Refusal ENDED = new Refusal(
            SessionProblems.SESSION_ENDED, "Sign in at " + SessionPath.RENEWED + ", then repeat the request");

    private SessionRefusals() {}

    static Refusal crossSite(String fault) {
        return new Refusal(SessionProblems.CROSS_SITE_REQUEST, fault);
    }
}
