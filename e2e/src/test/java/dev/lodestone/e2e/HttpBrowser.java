package dev.lodestone.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser as far as signing in needs one: it keeps cookies, follows redirects and sends forms, and shows every header. Like a real one it
 * keeps secure cookies of this machine over plain HTTP, and does not tell ports apart.
 */
final class HttpBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REDIRECTS_MAX = 12;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> cookieLines = new LinkedHashMap<>();

    /** What came back from the last address of a chain. */
    record Page(URI address, int status, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /** One request, whatever comes back; {@code headers} are names and values in turn. */
    Page send(String method, URI address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, BodyPublishers.noBody());
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return exchange(request);
    }

    /** What a user sees who opens the address. */
    Page open(URI address) {
        return follow(send("GET", address, "Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate"));
    }

    /** Sends the page's form. */
    Page submit(Page page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError(page.address() + " has no form: " + page.body());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI action = page.address().resolve(form.group(1).replace("&amp;", "&"));
        return follow(exchange(HttpRequest.newBuilder(action)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
    }

    /** The header lines of the cookies it has whose names begin so. */
    List<String> cookieLines(String prefix) {
        return cookieLines.entrySet().stream()
                .filter(line -> line.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Page follow(Page page) {
        Page at = page;
        for (int redirects = 0; at.header("location").isPresent() && redirects < REDIRECTS_MAX; redirects++) {
            at = send("GET", at.address().resolve(at.header("location").get()));
        }
        return at;
    }

    private Page exchange(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Page(
                    response.uri(), response.statusCode(), response.headers().map(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        boolean removed =
                pair[1].isEmpty() || line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0");
        if (removed) {
            cookies.remove(pair[0]);
            cookieLines.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
            cookieLines.put(pair[0], line);
        }
    }
}
