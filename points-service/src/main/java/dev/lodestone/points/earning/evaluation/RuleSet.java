package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.EventType;
import dev.lodestone.points.ledger.account.Asset;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All published versions of all rules. The time at which an event occurred decides which version is in force, not its arrival. */
public final class RuleSet {
    private static final Comparator<Rule> AGE =
            Comparator.comparing(Rule::effectiveFrom).thenComparing(Rule::version);
    /** The order of evaluation: multipliers last, then by descending priority, then by code. */
    private static final Comparator<Rule> ORDER = Comparator.comparing(Rule::isMultiplier)
            .thenComparing(rule -> -rule.definition().priority())
            .thenComparing(Rule::code);

    private final List<Rule> rules;
    /** The rules in force from each instant until the next one. It is read for each event, so it is computed once. */
    private final Map<EventType, NavigableMap<Instant, List<Rule>>> inForceSince = new EnumMap<>(EventType.class);

    private final boolean hasActivityExpiry;

    public RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.hasActivityExpiry = rules.stream()
                .anyMatch(rule -> rule.definition().expiry() != null
                        && rule.definition().expiry().extendsDays() != null);
        rules.stream().collect(Collectors.groupingBy(Rule::type)).forEach((type, ofType) -> {
            NavigableMap<Instant, List<Rule>> since = new TreeMap<>();
            ofType.forEach(rule ->
                    since.computeIfAbsent(rule.effectiveFrom(), effectiveFrom -> inForce(ofType, effectiveFrom)));
            inForceSince.put(type, since);
        });
    }

    /** The version in force at {@code instant} of each rule for {@code type}, in the order of evaluation. */
    public List<Rule> inForce(EventType type, Instant instant) {
        NavigableMap<Instant, List<Rule>> since = inForceSince.get(type);
        Map.Entry<Instant, List<Rule>> last = since == null ? null : since.floorEntry(instant);
        return last == null ? List.of() : last.getValue();
    }

    /** The version of each rule in force at {@code instant}, by code. */
    public List<Rule> inForce(Instant instant) {
        return inForceSince.keySet().stream()
                .flatMap(type -> inForce(type, instant).stream())
                .sorted(Comparator.comparing(Rule::code))
                .toList();
    }

    public Optional<Rule> find(String code, int version) {
        return rules.stream()
                .filter(rule -> rule.code().equals(code) && rule.version() == version)
                .findFirst();
    }

    /** This rule set with {@code candidate} in place of all versions of the same rule. */
    public RuleSet with(Rule candidate) {
        return new RuleSet(Stream.concat(
                        rules.stream().filter(rule -> !rule.code().equals(candidate.code())), Stream.of(candidate))
                .toList());
    }

    /** The assets that the rules pay. */
    public Set<Asset> assets() {
        Set<Asset> assets = EnumSet.of(Asset.POINTS);
        rules.forEach(rule -> assets.add(rule.definition().asset()));
        return assets;
    }

    /** True if activity extends the expiry of points of any rule. */
    public boolean hasActivityExpiry() {
        return hasActivityExpiry;
    }

    private static List<Rule> inForce(List<Rule> rules, Instant instant) {
        Map<String, Rule> newest = new HashMap<>();
        rules.stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(instant))
                .forEach(rule -> newest.merge(rule.code(), rule, BinaryOperator.maxBy(AGE)));
        return newest.values().stream().sorted(ORDER).toList();
    }
}
