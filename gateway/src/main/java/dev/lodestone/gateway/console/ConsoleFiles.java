package dev.lodestone.gateway.console;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The built files of all pages, read once: about half a megabyte in all, compressed. */
@ApplicationScoped
class ConsoleFiles {
    private static final String FOLDER = "/console-files/";
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final Map<String, ConsoleFile> files = new String(bytes("static/names.txt"), StandardCharsets.UTF_8)
            .lines()
            .collect(Collectors.toUnmodifiableMap(name -> name, ConsoleFiles::file));

    /** @param packed as it is served to clients that accept gzip, which is all browsers */
    record ConsoleFile(String type, Buffer packed) {
        Buffer unpacked() {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes()))) {
                return Buffer.buffer(in.readAllBytes());
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
    }

    /** A page by the name of its folder in the module {@code console}: it shows the view that the address names. */
    String page(String name) {
        return new String(bytes(name + ".html"), StandardCharsets.UTF_8);
    }

    @Nullable ConsoleFile find(String name) {
        return files.get(name);
    }

    private static ConsoleFile file(String name) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new ConsoleFile(type, Buffer.buffer(bytes("static/" + name + ".gz")));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(
                ConsoleFiles.class.getResourceAsStream(FOLDER + name), "the module console builds " + name)) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
