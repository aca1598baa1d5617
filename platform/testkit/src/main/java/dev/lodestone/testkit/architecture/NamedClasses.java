package dev.lodestone.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the classes and methods that documents name in back quotes exist, such as {@code `ExpiryService.settleDue`}. A name of
 * one word counts only with a method, since it may be a value otherwise; annotations do not count.
 */
public final class NamedClasses {
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CLASS = Pattern.compile(
            "(?<![\\w./@-])(?:([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)|([A-Z][a-z0-9]+)(?=\\.[a-z]\\w*(?!\\w|\\.)))(?:\\.([a-z]\\w*))?");
    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", ".git");

    private NamedClasses() {}

    /** Checks {@code documents} against the sources of all modules below {@code root}. */
    public static void check(Path root, List<Path> documents) {
        Map<String, String> sources = sources(root);
        assertThat(sources).as("classes below " + root).isNotEmpty();
        List<String> missing = new ArrayList<>();
        for (Path document : documents) {
            List<MatchResult> names = CODE.matcher(read(root.resolve(document)))
                    .results()
                    .flatMap(code -> CLASS.matcher(code.group(1)).results())
                    .toList();
            assertThat(names).as("classes that " + document + " names").isNotEmpty();
            names.stream()
                    .filter(name ->
                            !exists(sources.get(name.group(1) == null ? name.group(2) : name.group(1)), name.group(3)))
                    .forEach(name -> missing.add(document + ": " + name.group()));
        }
        assertThat(missing).as("names in documents that are no class or method").isEmpty();
    }

    private static boolean exists(@Nullable String source, @Nullable String method) {
        return source != null && (method == null || source.contains(" " + method + "("));
    }

    private static Map<String, String> sources(Path root) {
        Map<String, String> sources = new HashMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NO_SOURCES.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java") && file.toString().contains("/src/")) {
                        sources.merge(name.substring(0, name.length() - ".java".length()), read(file), String::concat);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
