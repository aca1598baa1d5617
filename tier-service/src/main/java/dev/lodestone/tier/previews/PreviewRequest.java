package dev.lodestone.tier.previews;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What to look at.
 *
 * {@snippet lang=json :
 * {"effectiveFrom": "2027-01-01T00:00:00+08:00", "at": "2027-04-01T00:00:00+08:00"}
 * }
 *
 * @param effectiveFrom from when the version would be in force; now if left out
 * @param at when levels are compared; {@code effectiveFrom} if left out. A later time shows what graces and cycles only postpone
 */
public record PreviewRequest(
        @Nullable OffsetDateTime effectiveFrom, @Nullable OffsetDateTime at) {}
