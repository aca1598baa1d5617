package dev.lodestone.platform.texts;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A text in Chinese and English.
 *
 * {@snippet lang=json :
 * {"zh": "每消费 1.00 CNY 得 1 积分", "en": "1 point per 1.00 CNY"}
 * }
 */
@RegisterForReflection
public record LocalText(String zh, String en) {
    /** True if both languages have a text of 1 to {@code lengthMax} characters. */
    public boolean isComplete(int lengthMax) {
        return isComplete(zh, lengthMax) && isComplete(en, lengthMax);
    }

    private static boolean isComplete(String text, int lengthMax) {
        return text != null && !text.isBlank() && text.length() <= lengthMax;
    }
}
