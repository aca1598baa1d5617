package dev.lodestone.gateway.apidocs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The HTML page of the API document: Swagger UI, whose files the gateway serves itself. */
final class ApiPage {
    private static final String SCRIPT = """
            window.onload = () => SwaggerUIBundle({
              url: '/api/openapi',
              dom_id: '#api',
              deepLinking: true,
              persistAuthorization: false,
              validatorUrl: null
            });
            """;

    static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Lodestone API</title>
            <link rel="stylesheet" href="/api/docs/swagger-ui.css">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <main id="api"></main>
            <noscript>This page needs JavaScript; the document itself is at <a href="/api/openapi">/api/openapi</a>.</noscript>
            <script src="/api/docs/swagger-ui-bundle.js"></script>
            <script>%s</script>
            </body>
            </html>
            """.formatted(SCRIPT);

    /** Allows only Swagger UI, the script above and inline styles, and requests to this origin. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self' 'sha256-" + sha256(SCRIPT)
            + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private ApiPage() {}

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
