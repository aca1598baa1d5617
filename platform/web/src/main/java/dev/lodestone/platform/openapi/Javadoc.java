package dev.lodestone.platform.openapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Javadoc comment in Markdown.
 *
 * @param text the description, with the errors as its last paragraph
 * @param parameters the descriptions of parameters or record components by name
 * @param nullable the record components that may be null
 * @param example the content of its first {@code @snippet}, if it has one
 */
record Javadoc(
        String text,
        Map<String, String> parameters,
        Set<String> nullable,
        @Nullable String example) {
    static final Javadoc NONE = new Javadoc("", Map.of(), Set.of(), null);

    private static final String SNIPPET = "{@snippet";
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+(\\S+)\\s*");
    private static final Pattern SENTENCE_END = Pattern.compile("\\.(\\s|$)");

    static Javadoc parse(String comment) {
        int snippet = comment.indexOf(SNIPPET);
        int end = snippet < 0 ? -1 : closingBrace(comment, snippet);
        String example = snippet < 0
                ? null
                : comment.substring(comment.indexOf(':', snippet) + 1, end).strip();
        String rest = snippet < 0 ? comment : comment.substring(0, snippet) + comment.substring(end + 1);
        return parse(rest, example);
    }

    private static Javadoc parse(String comment, @Nullable String example) {
        Matcher tag = BLOCK_TAG.matcher(comment);
        int end = tag.find() ? tag.start() : comment.length();
        String text = markdown(comment.substring(0, end));
        Map<String, String> parameters = new LinkedHashMap<>();
        Set<String> nullable = new HashSet<>();
        while (end < comment.length()) {
            String name = tag.group(1);
            String subject = tag.group(2);
            int start = tag.end();
            end = tag.find() ? tag.start() : comment.length();
            String words = markdown(comment.substring(start, end));
            if (name.equals("param")) {
                parameters.put(subject, sentence(words));
            } else if (name.equals("nullable")) {
                nullable.add(subject);
            } else if (name.equals("throws")) {
                text += "\n\nErrors: " + sentence(words);
            }
        }
        return new Javadoc(text, parameters, nullable, example);
    }

    /** The first sentence of the text, without its full stop. */
    String summary() {
        Matcher end = SENTENCE_END.matcher(text);
        return end.find() ? text.substring(0, end.start()) : text;
    }

    private static String sentence(String words) {
        String first = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return first.endsWith(".") || first.isEmpty() ? first : first + ".";
    }

    private static String markdown(String javadoc) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int tag = javadoc.indexOf("{@"); tag >= 0; tag = javadoc.indexOf("{@", at)) {
            int end = closingBrace(javadoc, tag);
            text.append(javadoc, at, tag).append(inline(javadoc.substring(tag + 2, end)));
            at = end + 1;
        }
        return text.append(javadoc.substring(at))
                .toString()
                .replaceAll("\\s+", " ")
                .replaceAll("\\s*(</?(ul|ol)>|</(li|p)>)\\s*", "")
                .replaceAll("\\s*<li>\\s*", "\n- ")
                .replaceAll("\\s*<p>\\s*", "\n\n")
                .replaceAll("</?em>", "*")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** {@code code X} becomes X between back quotes, {@code link A#b} the name b. */
    private static String inline(String tag) {
        String[] parts = tag.split("\\s+", 2);
        String body = parts.length < 2 ? "" : parts[1].strip();
        if (!parts[0].startsWith("link")) {
            return "`" + body + "`";
        }
        String[] link = body.split("\\s+", 2);
        return link.length == 2
                ? link[1]
                : link[0].substring(Math.max(link[0].lastIndexOf('#'), link[0].lastIndexOf('.')) + 1);
    }

    private static int closingBrace(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += switch (text.charAt(i)) {
                case '{' -> 1;
                case '}' -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a brace is not closed in: " + text);
    }
}
