package dev.lodestone.gateway.console;

import dev.lodestone.gateway.console.ConsoleFiles.ConsoleFile;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers with a built file.
 *
 * @param prefix of the paths, with a slash at its end; the rest is the name of the file
 */
record FileHandler(ConsoleFiles files, String prefix) implements Handler<RoutingContext> {
    /** A file of another content has another name. */
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    @Override
    public void handle(RoutingContext context) {
        ConsoleFile file = files.find(context.normalizedPath().substring(prefix.length()));
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
