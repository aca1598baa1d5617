package dev.lodestone.gateway.membercentre;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Configuration of the member centre. */
@ConfigMapping(prefix = "lodestone.gateway.membercentre")
interface MemberCentreConfig {
    /** Longest wait for each service; the requests are concurrent. */
    Duration timeout();
}
