package dev.lodestone.points.earning.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A text in Chinese and English. */
@RegisterForReflection
public record LocalText(String zh, String en) {
    private static final int LENGTH_MAX = 200;

    void check(String field) {
        if (!isValid(zh) || !isValid(en)) {
            throw RuleProblems.invalid(field + ": zh and en must have 1 to " + LENGTH_MAX + " characters each");
        }
    }

    private static boolean isValid(String text) {
        return text != null && !text.isBlank() && text.length() <= LENGTH_MAX;
    }
}
