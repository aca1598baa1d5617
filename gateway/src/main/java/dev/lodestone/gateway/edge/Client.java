package dev.lodestone.gateway.edge;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The client to which the limits count an accepted request. */
public final class Client {
    private static final String NAME = "lodestone.client";

    private Client() {}

    static void set(RoutingContext context, String client) {
        context.put(NAME, client);
    }

    /** The key of the client in the limits; only for requests that the edge has accepted. */
    public static String of(RoutingContext context) {
        return Objects.requireNonNull(context.get(NAME), "the edge lets nothing in without a name");
    }
}
