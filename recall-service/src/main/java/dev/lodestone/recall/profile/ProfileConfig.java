package dev.lodestone.recall.profile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** How orders are interpreted. */
@ConfigMapping(prefix = "lodestone.profile")
public interface ProfileConfig {
    /** The zone of the brand's days. Orders are stored by day, so it must not change after the first order. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    Lifecycle lifecycle();

    /** The limits of {@link LifecycleRule}, in days. */
    interface Lifecycle {
        @WithDefault("30")
        int newDaysMax();

        @WithDefault("60")
        int activeDaysMax();

        @WithDefault("180")
        int dormantDaysMax();
    }

    default LifecycleRule lifecycleRule() {
        return new LifecycleRule(
                lifecycle().newDaysMax(),
                lifecycle().activeDaysMax(),
                lifecycle().dormantDaysMax());
    }
}
