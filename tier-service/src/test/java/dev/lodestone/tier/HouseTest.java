package dev.lodestone.tier;

import dev.lodestone.testkit.EndpointRefusals;
import dev.lodestone.testkit.HouseRules;
import dev.lodestone.testkit.TokenRefusals;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class HouseTest {
    @Test
    void shouldKeepTheRulesOfTheRooms() {
        HouseRules.check("dev.lodestone.tier");
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseWhoeverMayNotCall() {
        return EndpointRefusals.of("dev.lodestone.tier");
    }

    @TestFactory
    Stream<DynamicTest> G11_shouldRefuseTokensThatAreNotForThisSuite() {
        return TokenRefusals.of("/api/tier/v1/levels");
    }
}
