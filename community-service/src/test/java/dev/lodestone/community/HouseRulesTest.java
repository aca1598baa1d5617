package dev.lodestone.community;

import dev.lodestone.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void shouldKeepTheRulesOfTheHouse() {
        HouseRules.check("dev.lodestone.community");
    }
}
