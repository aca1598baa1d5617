package dev.lodestone.recall.contacts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the following page; null on the last one */
record ConsentPage(List<ConsentView> items, @Nullable Long next) {

    /** A page of {@code limit} made from up to one more row than that. */
    static ConsentPage of(List<ConsentView> rows, int limit) {
        return rows.size() <= limit
                ? new ConsentPage(rows, null)
                : new ConsentPage(rows.subList(0, limit), rows.get(limit - 1).seq());
    }
}
