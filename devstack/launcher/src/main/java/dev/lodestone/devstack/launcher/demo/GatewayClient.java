package dev.lodestone.devstack.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * One user who uses the gateway, or a service as the gateway does. The token is requested once, so a client that is logged in to Keycloak
 * works for minutes, not hours.
 */
public final class GatewayClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final String baseUrl;
    private final String token;

    /** With a token of any issuer. */
    public GatewayClient(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /**
     * Logs a demo user in.
     *
     * @throws LauncherException when Keycloak refuses
     */
    public static GatewayClient login(Ports ports, String user) {
        String form = "grant_type=password&client_id=lodestone-app&username=" + user + "&password=" + user + "-demo";
        HttpRequest request = HttpRequest.newBuilder(URI.create(ports.tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(form))
                .build();
        Answer answer = send(request);
        if (answer.status() != 200) {
            throw new LauncherException("Keycloak refused " + user + ": " + answer.body());
        }
        return new GatewayClient(
                ports.url(Service.GATEWAY), answer.body().path("access_token").asText());
    }

    /** What the gateway answered; an empty body is a missing node. */
    public record Answer(int status, JsonNode body) {
        /** The body of a success. */
        public JsonNode orFail() {
            if (status < 200 || status > 299) {
                throw new LauncherException("The answer was " + status + ": " + body);
            }
            return body;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer put(String path, Map<String, ?> body) {
        return send(request(path).PUT(BodyPublishers.ofString(write(body))).build());
    }

    /** @param key of the header {@code Idempotency-Key} */
    public Answer post(String path, String key, Map<String, ?> body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(write(body)))
                .build());
    }

    /** The reference of the member that the token names. */
    public String memberReference() {
        return Ports.memberReference(subject());
    }

    /** The subject of the token: Keycloak's id of the user. */
    private String subject() {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        try {
            return JSON.readTree(claims).path("sub").asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(request.uri() + " did not answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String write(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
