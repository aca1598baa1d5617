package dev.lodestone.tier.levels;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.awards.LevelAward;
import dev.lodestone.tier.tiersets.TierSet;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was given to a member, in words for members and operators. Dates are local ones in the zone of the tier set. */
final class AwardText {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private AwardText() {}

    static LocalText of(TierSet set, LevelAward award) {
        LocalText level = StepText.name(set, award.level());
        Instant until = award.lastsUntil();
        if (until != null && !until.isAfter(award.from())) {
            return new LocalText("「%s」已撤回。".formatted(level.zh()), "%s was withdrawn.".formatted(level.en()));
        }
        String zh = period(set, award.from(), until, ZH, "自%s起", "%s至%s");
        String en = period(set, award.from(), until, EN, "from %s", "from %s to %s");
        return switch (award.kind()) {
            case GRANT -> text("%s获赠「%s」。", "Given %2$s %1$s.", zh, en, level);
            case INVITATION -> text("%s受邀成为「%s」。", "Invited to %2$s %1$s.", zh, en, level);
            case TRIAL -> text("%s试用「%s」。", "Trying %2$s %1$s.", zh, en, level);
            case LOCK -> text("%s等级固定为「%s」。", "Level fixed at %2$s %1$s.", zh, en, level);
            case FLOOR -> text("%s等级不低于「%s」。", "Level not below %2$s %1$s.", zh, en, level);
            case CEILING -> text("%s等级不高于「%s」。", "Level not above %2$s %1$s.", zh, en, level);
        };
    }

    private static LocalText text(String zhForm, String enForm, String zh, String en, LocalText level) {
        return new LocalText(zhForm.formatted(zh, level.zh()), enForm.formatted(en, level.en()));
    }

    private static String period(
            TierSet set, Instant from, @Nullable Instant until, DateTimeFormatter dates, String open, String closed) {
        DateTimeFormatter local = dates.withZone(set.zone());
        return until == null
                ? open.formatted(local.format(from))
                : closed.formatted(local.format(from), local.format(until));
    }
}
