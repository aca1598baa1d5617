package dev.lodestone.recall.channels;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables in braces, such as {@code Dear {name}}. Braces have no other meaning.
 *
 * @param text plain text
 */
public record Template(String text) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /**
     * Checks, before any message is sent, that every variable has a value.
     *
     * @throws IllegalArgumentException if a brace is left open or a variable is not among {@code known}; says which
     */
    public Template check(Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            if (!known.contains(variables.group(1))) {
                unknown.add("{" + variables.group(1) + "}");
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown variables " + String.join(", ", unknown) + "; known are " + braced(known));
        }
        String rest = VARIABLE.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a brace that is no part of a variable such as {name}");
        }
        return this;
    }

    /** The text with these variables replaced; unknown ones stay. A value may be user input: it is inserted unchanged, on one line. */
    public Template fill(Map<String, String> values) {
        return new Template(VARIABLE.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(
                    value == null ? found.group() : CONTROL.matcher(value).replaceAll(" "));
        }));
    }

    private static String braced(Set<String> names) {
        return "{" + String.join("}, {", new TreeSet<>(names)) + "}";
    }
}
