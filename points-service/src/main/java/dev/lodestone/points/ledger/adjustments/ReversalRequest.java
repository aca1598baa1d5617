package dev.lodestone.points.ledger.adjustments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * {@snippet lang=json :
 * {"note": "wrong member"}
 * }
 *
 * @param note the reason; members read it on their statement
 */
public record ReversalRequest(@NotBlank @Size(max = 200) String note) {}
