package dev.lodestone.gateway.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /console/static/…} are the files, every other address below {@code /console} is the page. The edge admits only signed-in users. */
@ApplicationScoped
class ConsoleRoutes {
    /** The page names the files, so an old one would ask for files that are gone. */
    static final String NEVER = "no-store";

    private static final String STATIC = "/console/static/";

    private final ConsoleFiles files;
    private final String page;

    ConsoleRoutes(ConsoleFiles files) {
        this.files = files;
        this.page = files.page("console");
    }

    void register(@Observes Router router) {
        router.get(STATIC + "*").handler(new FileHandler(files, STATIC));
        router.get("/console").handler(this::show);
        router.get("/console/*").handler(this::show);
    }

    private void show(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, NEVER)
                .end(page);
    }
}
