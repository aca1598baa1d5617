package dev.lodestone.points.evaluation;

import dev.lodestone.events.EventType;
import dev.lodestone.points.account.Asset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All published versions of all rules. Which one is in force is decided by when the fact happened, not by when it arrives. */
public final class RuleBook {
    private static final Comparator<Rule> NEWEST_FIRST = Comparator.comparing(Rule::effectiveFrom)
            .thenComparing(Rule::version)
            .reversed();
    /** In which rules have their say: multipliers last, then by priority, ties by code. */
    private static final Comparator<Rule> ORDER = Comparator.comparing(Rule::isMultiplier)
            .thenComparing(rule -> -rule.definition().priority())
            .thenComparing(Rule::code);

    private final List<Rule> rules;
    private final Map<EventType, List<Rule>> newestFirst = new EnumMap<>(EventType.class);

    public RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        rules.stream()
                .sorted(NEWEST_FIRST)
                .forEach(rule -> newestFirst
                        .computeIfAbsent(rule.type(), type -> new ArrayList<>())
                        .add(rule));
    }

    /** Of each rule for {@code type} the version in force at {@code instant}, in the order in which they have their say. */
    public List<Rule> inForce(EventType type, Instant instant) {
        List<Rule> inForce = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Rule rule : newestFirst.getOrDefault(type, List.of())) {
            if (!rule.effectiveFrom().isAfter(instant) && seen.add(rule.code())) {
                inForce.add(rule);
            }
        }
        inForce.sort(ORDER);
        return inForce;
    }

    /** Of each rule the version in force at {@code instant}, by code. */
    public List<Rule> inForce(Instant instant) {
        return newestFirst.keySet().stream()
                .flatMap(type -> inForce(type, instant).stream())
                .sorted(Comparator.comparing(Rule::code))
                .toList();
    }

    public Optional<Rule> find(String code, int version) {
        return rules.stream()
                .filter(rule -> rule.code().equals(code) && rule.version() == version)
                .findFirst();
    }

    /** This book with {@code candidate} in force from its date on instead of every version of the same rule. */
    public RuleBook with(Rule candidate) {
        return new RuleBook(Stream.concat(
                        rules.stream().filter(rule -> !rule.code().equals(candidate.code())), Stream.of(candidate))
                .toList());
    }

    /** What any of the rules pays in. */
    public Set<Asset> assets() {
        Set<Asset> assets = EnumSet.of(Asset.POINTS);
        rules.forEach(rule -> assets.add(rule.definition().asset()));
        return assets;
    }

    /** Whether any of the rules lets activity prolong what it paid. */
    public boolean prolongs() {
        return rules.stream()
                .anyMatch(rule -> rule.definition().expiry() != null
                        && rule.definition().expiry().extendsDays() != null);
    }
}
