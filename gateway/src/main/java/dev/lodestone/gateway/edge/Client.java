package dev.lodestone.gateway.edge;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The client to which the limits count an accepted request. */
public final class Client {
    private static final String NAME = "lodestone.client";
    private static final String EXPIRY = "lodestone.client.expiry";

    private Client() {}

    static void set(RoutingContext context, String client) {
        context.put(NAME, client);
    }

    static void setExpiry(RoutingContext context, Instant expiry) {
        context.put(EXPIRY, expiry);
    }

    /** When the token of an accepted request ends; empty without a token. */
    public static Optional<Instant> expiry(RoutingContext context) {
        return Optional.ofNullable(context.get(EXPIRY));
    }

    /** The key of the client in the limits; only for requests that the edge has accepted. */
    public static String of(RoutingContext context) {
        return Objects.requireNonNull(context.get(NAME), "the edge lets nothing in without a name");
    }
}
