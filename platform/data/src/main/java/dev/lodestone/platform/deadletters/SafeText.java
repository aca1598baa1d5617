package dev.lodestone.platform.deadletters;

/** Makes external text safe to store and to display. */
final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /** {@code text} cut to {@code lengthMax} characters, with U+FFFD for control characters and for halves of surrogate pairs. */
    static String of(String text, int lengthMax) {
        StringBuilder storable = new StringBuilder();
        for (int i = 0; i < text.length() && storable.length() < lengthMax; i++) {
            char character = text.charAt(i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(character, text.charAt(i + 1));
            if (pair) {
                storable.append(character).append(text.charAt(++i));
            } else {
                storable.append(
                        Character.isISOControl(character) || Character.isSurrogate(character)
                                ? REPLACEMENT
                                : character);
            }
        }
        return storable.toString();
    }
}
