package dev.lodestone.gateway.session;

/** Which paths are pages for people, and which of those need no sign-in. */
final class SessionPath {
    static final String CALLBACK = "/session/callback";
    static final String SIGN_OUT = "/session/sign-out";
    /** Shown after signing out. */
    static final String ENDED = "/session/ended";
    /** Shown after signing in again beside a page that must not be left. */
    static final String RENEWED = "/session/renewed";

    /** The one address of the member page that asks for a sign-in; the page goes on from there. */
    static final String MEMBER_SIGN_IN = "/app/sign-in";

    private static final String CONSOLE = "/console";
    private static final String MEMBER_PAGE = "/app";
    /** The same files for everybody; their text is public anyway. */
    private static final String CONSOLE_FILES = "/console/static/";

    private SessionPath() {}

    /** @param path normalized */
    static boolean isPage(String path) {
        return isBelow(CONSOLE, path) || isBelow(MEMBER_PAGE, path) || path.startsWith("/session/");
    }

    /** @param path normalized */
    static boolean isPublic(String path) {
        return path.startsWith(CONSOLE_FILES)
                || path.equals(ENDED)
                || (isBelow(MEMBER_PAGE, path) && !path.equals(MEMBER_SIGN_IN));
    }

    private static boolean isBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
