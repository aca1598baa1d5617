package dev.lodestone.recall.profile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** How orders are read. */
@ConfigMapping(prefix = "lodestone.profile")
public interface ProfileConfig {
    /** The zone of the brand's days. Orders are kept by day, so it must stay as it was when the first order came. */
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
