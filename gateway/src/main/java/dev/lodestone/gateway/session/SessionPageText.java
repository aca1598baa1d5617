package dev.lodestone.gateway.session;

/** The gateway's own small pages about signing in, in both languages and without a script. */
final class SessionPageText {
    static final String ENDED = page("已退出登录 · Signed out", "您已退出登录。", "You are signed out.", true);
    static final String RENEWED = page(
            "已登录 · Signed in",
            "您已重新登录。请关闭此标签页，回到原来的页面继续操作。",
            "You are signed in again. Close this tab and go on in the other one.",
            false);
    static final String FAILED = page(
            "登录未成功 · Not signed in",
            "登录未成功。可能是登录页面停留太久，或者登录被取消。",
            "Signing in did not succeed. The sign-in page may have been open for too long, or it was cancelled.",
            true);

    private SessionPageText() {}

    private static String page(String title, String chinese, String english, boolean offersSignIn) {
        String link = offersSignIn
                ? "<p><a href=\"/app\">会员页 · Member page</a></p>\n<p><a href=\"/console\">运营控制台 · Operator console</a></p>"
                : "";
        return """
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" href="data:,">
                </head>
                <body>
                <main>
                <h1>Lodestone</h1>
                <p>%s</p>
                <p lang="en">%s</p>
                %s
                </main>
                </body>
                </html>
                """.formatted(title, chinese, english, link);
    }
}
