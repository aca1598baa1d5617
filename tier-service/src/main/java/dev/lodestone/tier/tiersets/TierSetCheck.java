package dev.lodestone.tier.tiersets;

import dev.lodestone.events.Money;
import dev.lodestone.tier.tiersets.Criterion.Window;
import dev.lodestone.tier.tiersets.Keeping.Assessment;
import dev.lodestone.tier.tiersets.Keeping.Target;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything that is wrong with a tier set, so that one that can be published can also be evaluated for every member. */
public final class TierSetCheck {
    private static final Set<Integer> CALENDAR_MONTHS = Set.of(1, 2, 3, 4, 6, 12);
    private static final Pattern LEVEL_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
    private static final int NAME_MAX = 50;
    private static final int YEARS_MAX = 20;
    /** A loss is foreseen for longer than that. */
    private static final int NOTICE_DAYS_MAX = 372;

    private static final long GROWTH_MAX = 1_000_000;

    private final TierSet set;
    private final List<Fault> faults = new ArrayList<>();

    private TierSetCheck(TierSet set) {
        this.set = set;
    }

    /**
     * Something that is wrong.
     *
     * {@snippet lang=json :
     * {"path": "levels.1.entry.growth", "message": "must be greater than that of the level below"}
     * }
     *
     * @param path the place in the document, such as {@code levels.1.entry.spend}
     * @param message what is wrong and what is allowed
     */
    public record Fault(String path, String message) {}

    /** All faults in the order of the document; empty if it can be published. */
    public static List<Fault> faults(TierSet set) {
        TierSetCheck check = new TierSetCheck(set);
        check.cycle();
        check.criteria();
        check.levels();
        check.keeping();
        return List.copyOf(check.faults);
    }

    private void cycle() {
        Cycle cycle = set.cycle();
        if (cycle == null) {
            return;
        }
        if (cycle.months() < 1 || cycle.months() > 12 * YEARS_MAX) {
            fault("cycle.months", "must be 1 to " + 12 * YEARS_MAX);
        } else if (cycle.anchor() == Cycle.Anchor.CALENDAR && !CALENDAR_MONTHS.contains(cycle.months())) {
            fault("cycle.months", "of the calendar must be 1, 2, 3, 4, 6 or 12");
        }
    }

    private void criteria() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < set.criteria().size(); i++) {
            Criterion criterion = set.criteria().get(i);
            String path = "criteria." + i;
            if (!codes.add(criterion.code())) {
                fault(path + ".code", criterion.code() + " is used twice");
            }
            sources(criterion, path);
            window(criterion, path);
            length(path + ".returnWindow", criterion.returnWindow());
            length(path + ".grace", criterion.grace());
        }
        if (codes.isEmpty()) {
            fault("criteria", "must name at least one kind of growth");
        }
    }

    private void sources(Criterion criterion, String path) {
        if (criterion.sources().isEmpty()) {
            fault(path + ".sources", "must name where growth comes from");
        }
        for (int i = 0; i < criterion.sources().size(); i++) {
            Source source = criterion.sources().get(i);
            between(path + ".sources." + i + ".growth", source.growth(), 1, GROWTH_MAX);
            between(path + ".sources." + i + ".leastMinor", source.leastMinor(), 0, Money.AMOUNT_MAX);
        }
    }

    private void window(Criterion criterion, String path) {
        boolean rolling = criterion.window() == Window.ROLLING;
        if (rolling == criterion.length().isZero()) {
            fault(path + ".length", rolling ? "is needed by a rolling window" : "is only for a rolling window");
        }
        length(path + ".length", criterion.length());
        if (criterion.window() == Window.CYCLE && set.cycle() == null) {
            fault("cycle", "is needed since " + criterion.code() + " counts in a cycle");
        }
        if (criterion.window() != Window.CYCLE && criterion.carryOver()) {
            fault(path + ".carryOver", "is only for growth that counts in a cycle");
        }
        if (criterion.window() == Window.LIFETIME && !criterion.grace().isZero()) {
            fault(path + ".grace", "is not for growth that counts for good");
        }
        if (criterion.window() == Window.CYCLE && !criterion.grace().isZero() && anchoredAtLevel()) {
            fault(path + ".grace", "is not for growth in a cycle that begins with the level");
        }
    }

    private boolean anchoredAtLevel() {
        return set.cycle() != null && set.cycle().anchor() == Cycle.Anchor.LEVEL;
    }

    private void levels() {
        if (set.levels().isEmpty() || !set.levels().getFirst().entry().atLeast().isEmpty()) {
            fault("levels.0.entry", "must ask for nothing: the lowest level is that of every member");
        }
        if (!set.levels().isEmpty() && !set.levels().getFirst().keep().atLeast().isEmpty()) {
            fault("levels.0.keep", "must ask for nothing: there is no level below the lowest");
        }
        Set<String> codes = new HashSet<>();
        Map<String, Long> highest = new HashMap<>();
        for (int i = 0; i < set.levels().size(); i++) {
            TierLevel level = set.levels().get(i);
            if (!LEVEL_CODE.matcher(level.code()).matches()) {
                fault("levels." + i + ".code", "must match " + LEVEL_CODE);
            } else if (!codes.add(level.code())) {
                fault("levels." + i + ".code", level.code() + " is used twice");
            }
            if (!level.name().isComplete(NAME_MAX)) {
                fault("levels." + i + ".name", "must have zh and en, each of 1 to " + NAME_MAX + " characters");
            }
            if (i > 0) {
                entry(level, "levels." + i, highest);
                keep(level, "levels." + i + ".keep");
            }
        }
    }

    private void entry(TierLevel level, String path, Map<String, Long> highest) {
        if (level.entry().atLeast().isEmpty()) {
            fault(path + ".entry", "must ask for growth");
        }
        level.entry().atLeast().forEach((criterion, threshold) -> {
            Long lower = highest.put(criterion, threshold);
            if (!isKnown(criterion)) {
                fault(path + ".entry." + criterion, "is no criterion of this set");
            } else if (threshold <= (lower == null ? 0 : lower)) {
                fault(path + ".entry." + criterion, "must be greater than that of the level below");
            }
        });
    }

    private void keep(TierLevel level, String path) {
        if (level.keep().match() != level.entry().match()) {
            fault(path + ".match", "must be that of entry");
        }
        level.keep().atLeast().forEach((criterion, threshold) -> {
            Long entry = level.entry().atLeast().get(criterion);
            if (entry == null || threshold > entry) {
                fault(path + "." + criterion, "must be at most what entry asks for");
            }
        });
        if (level.entry().match() == Requirement.Match.ANY
                && !level.keep()
                        .atLeast()
                        .keySet()
                        .equals(level.entry().atLeast().keySet())) {
            fault(path, "must name the criteria of entry, since any of them is enough");
        }
    }

    private boolean isKnown(String criterion) {
        return set.criteria().stream().anyMatch(one -> one.code().equals(criterion));
    }

    private void keeping() {
        Keeping keeping = set.keeping();
        length("keeping.grace", keeping.grace());
        length("keeping.shortestStay", keeping.shortestStay());
        length("keeping.between", keeping.between());
        if (keeping.notice().isNegative()
                || keeping.notice().toTotalMonths() * 31 + keeping.notice().getDays() > NOTICE_DAYS_MAX) {
            fault("keeping.notice", "must be zero to " + NOTICE_DAYS_MAX + " days, a month counted as 31");
        }
        boolean inCycle = set.criteria().stream().anyMatch(one -> one.window() == Window.CYCLE);
        if (keeping.assessed() == Assessment.AT_ONCE && inCycle) {
            fault("keeping.assessed", "must be CYCLE_END since growth begins anew with each cycle");
        }
        if (keeping.assessed() == Assessment.CYCLE_END && set.cycle() == null) {
            fault("cycle", "is needed since levels are assessed at its end");
        }
        if (keeping.assessed() == Assessment.AT_ONCE
                && keeping.target() == Target.ONE_STEP
                && keeping.shortestStay().isZero()
                && keeping.between().isZero()) {
            fault("keeping.between", "is needed, or all steps would be lost at once");
        }
    }

    private void length(String path, Period period) {
        if (period.isNegative() || period.toTotalMonths() > 12L * YEARS_MAX || period.getDays() > 366 * YEARS_MAX) {
            fault(path, "must be zero to " + YEARS_MAX + " years");
        }
    }

    private void between(String path, long value, long least, long most) {
        if (value < least || value > most) {
            fault(path, "must be " + least + " to " + most);
        }
    }

    private void fault(String path, String message) {
        faults.add(new Fault(path, message));
    }
}
