package dev.lodestone.community.circles;

import dev.lodestone.platform.parameter.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a circle.
 *
 * {@snippet lang=json :
 * {"code": "noodle-lovers", "name": "Noodle lovers", "description": "Everything about noodles"}
 * }
 *
 * @param code unique short name, which also makes the request idempotent
 * @param name 1 to 80 characters, not only spaces
 * @param description 1 to 1000 characters; null for none
 */
record NewCircle(
        @NotNull @Pattern(
                regexp = Patterns.CODE,
                message = "must be 1 to 50 lower-case letters, digits and hyphens, and start with a letter")
        String code,

        @NotBlank @Size(max = 80) @Pattern(regexp = PLAIN, message = "must not contain the character U+0000") String name,

        @Nullable @Size(min = 1, max = 1000) @Pattern(regexp = PLAIN, message = "must not contain the character U+0000") String description) {
    private static final String PLAIN = "[^\\x00]*";
}
