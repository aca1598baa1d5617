package dev.lodestone.tier.tiersets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PresetsTest {
    @Test
    void T02_shouldHaveNoFault() {
        assertThat(Presets.all(ZoneId.of("Asia/Shanghai")))
                .hasSize(7)
                .allSatisfy((name, set) -> assertThat(TierSetCheck.faults(set)).isEmpty());
    }
}
