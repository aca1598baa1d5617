package dev.lodestone.platform.deadletters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configuration of dead letters. */
@ConfigMapping(prefix = "lodestone.dead-letters")
interface DeadLettersConfig {
    /** Bytes of a record's value that are copied to the dead letters' topic; well below what a broker accepts by default (1 MiB). */
    @WithDefault("65536")
    int copyBytesMax();
}
