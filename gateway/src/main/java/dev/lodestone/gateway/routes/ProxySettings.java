package dev.lodestone.gateway.routes;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/**
 * What all exchanges have in common.
 *
 * @param silenceMax longest silence of a service before and within an ordinary answer
 * @param liveSilenceMax longest silence within an answer that may last
 */
record ProxySettings(Vertx vertx, Clock clock, Duration silenceMax, Duration liveSilenceMax) {}
