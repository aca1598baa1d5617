package dev.lodestone.gateway.console;

import dev.lodestone.gateway.session.Sessions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code /app/static/…} are the files, every other address below {@code /app} is the member page. Everybody may load it, so that a shared link
 * has a preview and a visitor a welcome; its data need a sign-in.
 */
@ApplicationScoped
class MemberPageRoutes {
    private static final String STATIC = "/app/static/";

    private final Sessions sessions;
    private final ConsoleFiles files;
    private final String page;

    MemberPageRoutes(Sessions sessions, ConsoleFiles files) {
        this.sessions = sessions;
        this.files = files;
        this.page = files.page("app");
    }

    void register(@Observes Router router) {
        router.get(STATIC + "*").handler(new FileHandler(files, STATIC));
        router.get("/app").handler(this::show);
        router.get("/app/*").handler(this::show);
    }

    private void show(RoutingContext context) {
        String html = PagePreview.of(context.normalizedPath()).in(page);
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, ConsoleRoutes.NEVER)
                .end(sessions.covers(context.request()) ? html : signedOut(html));
    }

    /** Without a session there is nothing to ask for, so the page shows its welcome at once. */
    private static String signedOut(String html) {
        return html.replace("<member-app>", "<member-app signed-out>");
    }
}
