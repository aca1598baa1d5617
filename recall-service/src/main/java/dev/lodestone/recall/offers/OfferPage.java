package dev.lodestone.recall.offers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the following page; null on the last one */
public record OfferPage(List<OfferView> items, @Nullable UUID next) {

    /** A page of {@code limit} made from up to one more row than that. */
    static OfferPage of(List<OfferView> rows, int limit) {
        return rows.size() <= limit
                ? new OfferPage(rows, null)
                : new OfferPage(rows.subList(0, limit), rows.get(limit - 1).offerId());
    }
}
