package dev.lodestone.tier.levels;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.history.Step;
import dev.lodestone.tier.tiersets.TierSet;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happened to a level, in words for members and operators. */
final class StepText {
    private StepText() {}

    static LocalText of(TierSet set, Step step) {
        LocalText from = name(set, step.from());
        LocalText to = name(set, step.to());
        return switch (step.reason()) {
            case ENROLLED -> text("成为会员，等级为「%s」。", "Joined as %s.", to);
            case REACHED ->
                new LocalText(
                        "升为「%s」：%s。".formatted(to.zh(), measures(step, "，")),
                        "Rose to %s: %s.".formatted(to.en(), measures(step, ", ")));
            case AT_RISK ->
                new LocalText(
                        "「%s」需要保级：%s。".formatted(from.zh(), missing(step, "还差", "，")),
                        "%s is at risk: %s.".formatted(from.en(), missing(step, "missing", ", ")));
            case REGAINED -> text("保住了「%s」。", "Kept %s.", to);
            case LOST ->
                new LocalText(
                        "由「%s」降为「%s」：%s。".formatted(from.zh(), to.zh(), missing(step, "还差", "，")),
                        "Fell from %s to %s: %s.".formatted(from.en(), to.en(), missing(step, "missing", ", ")));
            case REPLACED -> text("等级规则更新，现为「%s」。", "The levels were changed; now %s.", to);
        };
    }

    /** The name of a level; its code if the tier set has no such level any more. */
    static LocalText name(TierSet set, String level) {
        int index = set.indexOf(level);
        return index < 0 ? new LocalText(level, level) : set.levels().get(index).name();
    }

    private static LocalText text(String zh, String en, LocalText level) {
        return new LocalText(zh.formatted(level.zh()), en.formatted(level.en()));
    }

    private static String measures(Step step, String separator) {
        return step.measures().stream()
                .map(measure ->
                        measure.criterion() + " " + number(measure.growth()) + " / " + number(measure.threshold()))
                .collect(Collectors.joining(separator));
    }

    private static String missing(Step step, String word, String separator) {
        return step.measures().stream()
                .filter(measure -> measure.missing() > 0)
                .map(measure -> measure.criterion() + " " + word + " " + number(measure.missing()))
                .collect(Collectors.joining(separator));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
