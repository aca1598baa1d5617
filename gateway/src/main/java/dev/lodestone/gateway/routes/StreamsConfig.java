package dev.lodestone.gateway.routes;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Server-sent events and WebSockets. */
@ConfigMapping(prefix = "lodestone.gateway.streams")
interface StreamsConfig {
    /** Longest silence of a live stream: of the service in server-sent events, of both sides in a WebSocket. */
    Duration idleTimeout();
}
