package dev.lodestone.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One service as the gateway sees it. The last segment of the path says how it behaves; on the paths of the member centre the
 * token's subject does, such as {@code slow-tier-4711}.
 */
final class FakeService implements HttpHandler {
    static final int STREAM_BYTES = 24 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than any bound of the gateway in a test. */
    private static final long SILENCE_SECONDS = 20;

    private final String name;
    private final AtomicInteger seen;

    /** @param seen counts the requests that come, but for those that ask how many */
    FakeService(String name, AtomicInteger seen) {
        this.name = name;
        this.seen = seen;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/seen")) {
            answer(exchange, 200, "application/json", "{\"requests\":" + seen.get() + "}");
            return;
        }
        seen.incrementAndGet();
        if (path.equals("/openapi")) {
            answer(exchange, 200, "application/json", FakeDocument.of(name));
        } else if (path.contains("/me")) {
            behave(exchange, behaviourOf(subject(exchange)));
        } else {
            behave(exchange, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void behave(HttpExchange exchange, String behaviour) throws IOException {
        switch (behaviour) {
            case "part" -> answer(exchange, 200, "application/json", part());
            case "echo" -> answer(exchange, 200, "application/json", echo(exchange));
            case "slow" -> keepSilent(exchange);
            case "headers-too-large" -> answer(exchange, 431, "text/plain", "");
            case "stalls" -> stall(exchange);
            case "broken" -> exchange.close();
            case "stream" -> stream(exchange);
            case "garbage" -> answer(exchange, 200, "application/json", "{\"half\":");
            case "unknown" -> answer(exchange, 404, "application/problem+json", "{\"status\":404}");
            case "refused" -> answer(exchange, 401, "application/problem+json", "{\"status\":401}");
            default -> answer(exchange, 500, "application/problem+json", "{\"status\":500,\"from\":\"" + name + "\"}");
        }
    }

    private String behaviourOf(String subject) {
        String[] words = subject.split("-");
        return words.length > 2 && words[1].equals(name) ? words[0] : "part";
    }

    private static String subject(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").split(" ")[1];
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JSON.readTree(payload).path("sub").asText();
    }

    private String part() {
        // Two digits after the point and a number beyond double: both must come through as they are.
        return "{\"from\":\"" + name + "\",\"balance\":9007199254740993,\"rate\":1.10}";
    }

    private String echo(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), String.join(",", values)));
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("service", name);
        seen.put("method", exchange.getRequestMethod());
        seen.put("uri", exchange.getRequestURI().toString());
        seen.put("headers", headers);
        seen.put("bodyBytes", body.length);
        seen.put("body", body.length < 1_000 ? new String(body, StandardCharsets.UTF_8) : "");
        return JSON.writeValueAsString(seen);
    }

    private static void keepSilent(HttpExchange exchange) throws IOException {
        try {
            boolean never = new CountDownLatch(1).await(SILENCE_SECONDS, TimeUnit.SECONDS);
            assert !never;
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        } finally {
            exchange.close();
        }
    }

    private static void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(403, 100);
        exchange.getResponseBody().write("ten bytes.".getBytes(StandardCharsets.US_ASCII));
        exchange.getResponseBody().flush();
        keepSilent(exchange);
    }

    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = new byte[1 << 16];
        try (OutputStream body = exchange.getResponseBody()) {
            for (int sent = 0; sent < STREAM_BYTES; sent += chunk.length) {
                body.write(chunk);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("X-Frame-Options", "SAMEORIGIN");
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Keep-Alive", "timeout=5");
        headers.set("X-Service", "kept");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
