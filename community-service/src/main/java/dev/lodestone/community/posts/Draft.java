package dev.lodestone.community.posts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A request to publish a post or a comment.
 *
 * {@snippet lang=json :
 * {"text": "The new soup is great"}
 * }
 *
 * @param text 1 to 5000 characters, not only spaces, counted by code point, so that a simple emoji counts as one. The character U+0000 and
 *     unpaired surrogates are not allowed.
 */
record Draft(
        @NotNull @NotBlank @Pattern(regexp = TEXT, message = "must have 1 to 5000 characters without U+0000 and unpaired surrogates") String text) {
    private static final String TEXT = "[^\\x00\\p{Cs}]{1,5000}";
}
