package dev.lodestone.gateway.edge;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** For whom a request that was let in is counted. */
public final class Client {
    private static final String NAME = "lodestone.client";

    private Client() {}

    static void set(RoutingContext context, String client) {
        context.put(NAME, client);
    }

    /** The name under which the limits know the client; only for requests that the edge has let in. */
    public static String of(RoutingContext context) {
        return Objects.requireNonNull(context.get(NAME), "the edge lets nothing in without a name");
    }
}
