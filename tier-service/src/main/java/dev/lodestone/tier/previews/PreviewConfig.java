package dev.lodestone.tier.previews;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of previews. */
@ConfigMapping(prefix = "lodestone.tier.previews")
interface PreviewConfig {
    /** Members in a page. */
    @WithDefault("1000")
    int pageSize();

    /** Members with another level that are listed one by one; all are counted. */
    @WithDefault("10000")
    int listedMax();
}
