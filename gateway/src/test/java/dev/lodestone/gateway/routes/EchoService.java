package dev.lodestone.gateway.routes;

import static io.restassured.RestAssured.given;

import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.ValidatableResponse;

/** Asks a fake service through the gateway and looks at how many connections the gateway has to it. */
final class EchoService {
    private EchoService() {}

    /** What alice is answered by {@code service}, such as {@code tier}. */
    static ValidatableResponse echo(String service) {
        return given().auth()
                .oauth2(Tokens.member("alice"))
                .get("/api/" + service + "/v1/echo")
                .then();
    }

    /** The connections that requests to {@code service} occupy now. */
    static double connections(MeterRegistry meters, String service) {
        return meters.get("lodestone.gateway.upstream.connections")
                .tag("service", service)
                .gauge()
                .value();
    }
}
