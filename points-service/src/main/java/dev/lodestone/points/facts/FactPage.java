package dev.lodestone.points.facts;

import java.util.List;

/** Facts in the order in which they were booked; {@code last} is the number of the last one, from which the next page goes on. */
public record FactPage(List<KeptFact> facts, long last) {
    public FactPage {
        facts = List.copyOf(facts);
    }
}
