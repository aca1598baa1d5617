package dev.lodestone.community.circles;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A circle to be made.
 *
 * @param code short name, unique, which also makes the request repeatable
 * @param description may be left out
 */
record NewCircle(
        @NotNull @Pattern(regexp = CODE, message = "must be lower-case letters, digits and hyphens, at most 50") String code,

        @NotBlank @Size(max = 80) @Pattern(regexp = PLAIN, message = "must not hold the character 0") String name,

        @Nullable @Size(min = 1, max = 1000) @Pattern(regexp = PLAIN, message = "must not hold the character 0") String description) {
    private static final String CODE = "[a-z][a-z0-9-]{0,49}";
    private static final String PLAIN = "[^\\x00]*";
}
