package dev.lodestone.community.posts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A post or a comment to be published.
 *
 * @param text 1 to 5000 characters as people count them by code point, so that an emoji is one; the character 0 and halves of surrogate
 *     pairs are no text
 */
record Draft(
        @NotNull @NotBlank @Pattern(regexp = TEXT, message = "must have 1 to 5000 characters, none of them the character 0") String text) {
    private static final String TEXT = "[^\\x00\\p{Cs}]{1,5000}";
}
