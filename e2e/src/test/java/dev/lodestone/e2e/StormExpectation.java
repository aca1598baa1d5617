package dev.lodestone.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must stand of a member after the storm.
 *
 * @param orders that were not cancelled
 * @param kept in fen
 */
record StormExpectation(long points, long growth, long orders, long kept) {

    static StormExpectation of(StormSale sale) {
        return new StormExpectation(sale.points(), sale.growth(), sale.cancelled() ? 0 : 1, sale.kept());
    }

    /** By the number of each member who ever ordered. */
    static Map<Integer, StormExpectation> byMember(List<StormSale> sales) {
        return sales.stream()
                .collect(Collectors.toMap(
                        StormSale::member, StormExpectation::of, StormExpectation::plus, TreeMap::new));
    }

    private StormExpectation plus(StormExpectation other) {
        return new StormExpectation(
                points + other.points, growth + other.growth, orders + other.orders, kept + other.kept);
    }
}
