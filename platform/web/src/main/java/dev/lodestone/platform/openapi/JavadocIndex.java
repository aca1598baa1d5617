package dev.lodestone.platform.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The comments that the annotation processor of {@code lodestone-javadoc} kept, by the simple name of their method or type. */
final class JavadocIndex {
    /** Written by {@code JavadocProcessor}. */
    private static final String FILE = "META-INF/lodestone-javadoc.properties";

    private final Map<String, Javadoc> methods = new HashMap<>();
    private final Map<String, Javadoc> types = new HashMap<>();

    /** Reads the comments of all modules on the class path. */
    static JavadocIndex load(ClassLoader classes) {
        JavadocIndex index = new JavadocIndex();
        try {
            for (URL file : Collections.list(classes.getResources(FILE))) {
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    Properties comments = new Properties();
                    comments.load(reader);
                    index.add(comments);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return index;
    }

    void add(Properties comments) {
        for (String key : comments.stringPropertyNames()) {
            Javadoc comment = Javadoc.parse(comments.getProperty(key));
            int method = key.indexOf('#');
            if (method >= 0) {
                methods.put(key.substring(method + 1), comment);
            } else {
                types.put(key.substring(key.lastIndexOf('.') + 1), comment);
            }
        }
    }

    /** The comment of the endpoint {@code name}. Names of endpoints are unique in a service. */
    Javadoc method(String name) {
        return methods.getOrDefault(name, Javadoc.NONE);
    }

    /**
     * The comment of the record or resource class of a schema. The schema of a second class of one name has a number behind it; that of a
     * generic record has the name of its argument behind it, such as {@code PageHoldView}.
     */
    Javadoc type(String schema) {
        String name = schema.replaceFirst("\\d+$", "");
        return types.containsKey(name)
                ? types.get(name)
                : types.entrySet().stream()
                        .filter(type -> name.startsWith(type.getKey())
                                && types.containsKey(
                                        name.substring(type.getKey().length())))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Javadoc.NONE);
    }
}
