package dev.lodestone.gateway.membercentre;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long a member's first screen may wait. */
@ConfigMapping(prefix = "lodestone.gateway.membercentre")
interface MemberCentreConfig {
    /** Longest wait for each service; they are asked at the same time. */
    Duration timeout();
}
