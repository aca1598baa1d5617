package dev.lodestone.gateway.session;

/** Which paths are pages for people, and which of those need no sign-in. */
final class SessionPath {
    static final String CALLBACK = "/session/callback";
    static final String SIGN_OUT = "/session/sign-out";
    /** Shown after signing out. */
    static final String ENDED = "/session/ended";
    /** Shown after signing in again beside a page that must not be left. */
    static final String RENEWED = "/session/renewed";

    private static final String CONSOLE = "/console";
    /** The same files for everybody; their text is public anyway. */
    private static final String CONSOLE_FILES = "/console/static/";

    private SessionPath() {}

    /** @param path normalized */
    static boolean isPage(String path) {
        return path.equals(CONSOLE) || path.startsWith(CONSOLE + "/") || path.startsWith("/session/");
    }

    /** @param path normalized */
    static boolean isPublic(String path) {
        return path.startsWith(CONSOLE_FILES) || path.equals(ENDED);
    }
}
