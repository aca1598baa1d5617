package dev.lodestone.community;

import dev.lodestone.testkit.EndpointRefusals;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class EndpointComponentTest {
    @TestFactory
    Stream<DynamicTest> shouldRefuseWhoeverMayNotCall() {
        return EndpointRefusals.of("dev.lodestone.community");
    }
}
