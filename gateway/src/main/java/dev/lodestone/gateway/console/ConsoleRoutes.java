package dev.lodestone.gateway.console;

import dev.lodestone.gateway.console.ConsoleFiles.ConsoleFile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /console/static/…} are the files, every other address below {@code /console} is the page. The edge admits only signed-in users. */
@ApplicationScoped
class ConsoleRoutes {
    private static final String STATIC = "/console/static/";
    /** A file of another content has another name. */
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
    /** The page names the files, so an old one would ask for files that are gone. */
    private static final String NEVER = "no-store";

    private final ConsoleFiles files = ConsoleFiles.read();

    void register(@Observes Router router) {
        router.get(STATIC + "*").handler(this::file);
        router.get("/console").handler(this::page);
        router.get("/console/*").handler(this::page);
    }

    private void page(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, NEVER)
                .end(files.page());
    }

    private void file(RoutingContext context) {
        ConsoleFile file = files.find(context.normalizedPath().substring(STATIC.length()));
        if (file == null) {
            context.response().setStatusCode(404).end();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR)
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(file.packed());
        } else {
            response.end(file.unpacked());
        }
    }
}
