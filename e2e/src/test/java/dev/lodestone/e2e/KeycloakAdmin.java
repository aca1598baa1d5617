package dev.lodestone.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.devstack.launcher.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What an administrator of the identity provider does during a test. */
final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Ports ports;
    private final String token;

    KeycloakAdmin(Ports ports) {
        this.ports = ports;
        this.token = token(
                "master",
                "grant_type=password&client_id=admin-cli&username=keycloak-admin&password=keycloak-admin-demo");
    }

    /** A token of the suite's realm by a client that does not name the suite as its audience. */
    String tokenOfAnotherApplication(String user) {
        return token(
                "lodestone",
                "grant_type=password&client_id=admin-cli&username=" + user + "&password=" + user + "-demo");
    }

    /** Sets how long the tokens of a client are valid; 0 for the realm's default. */
    void setTokenSeconds(String clientId, int seconds) {
        JsonNode found = call("GET", "clients?clientId=" + clientId, null).path(0);
        ObjectNode client = found.deepCopy();
        client.withObjectProperty("attributes")
                .put("access.token.lifespan", seconds == 0 ? "" : Integer.toString(seconds));
        call("PUT", "clients/" + client.path("id").asText(), client.toString());
    }

    /** Ends all sessions of a user. */
    void endSessions(String user) {
        String id = call("GET", "users?exact=true&username=" + user, null)
                .path(0)
                .path("id")
                .asText();
        call("POST", "users/" + id + "/logout", "");
    }

    private JsonNode call(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(ports.keycloakUrl() + "/admin/realms/lodestone/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(request.build());
    }

    private String token(String realm, String form) {
        return send(HttpRequest.newBuilder(
                                URI.create(ports.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .path("access_token")
                .asText();
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() > 299) {
                throw new AssertionError(request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
