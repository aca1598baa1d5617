package dev.lodestone.platform.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Takes every member of every sample, spoils it in every way that its kind allows, and sees it refused by the codec and by the schema. */
class RefusedEventTest {
    @TestFactory
    Stream<DynamicContainer> shouldRefuseEverySpoiltMember() {
        return Arrays.stream(EventType.values())
                .map(Contract::new)
                .map(contract -> dynamicContainer(
                        contract.type().type(),
                        RecordPlace.of(contract).stream().flatMap(place -> spoilt(contract, place))));
    }

    @Test
    void shouldRefuseACurrencyThatDoesNotExistThoughTheSchemaCannotTell() {
        for (String currency : new String[] {"ZZZ", "XXX", "XAU", "cny"}) {
            ObjectNode event = new Contract(EventType.ORDER_COMPLETED).sample();
            ((ObjectNode) event.at("/data/total")).put("currency", currency);

            String reason = refusal(event);

            assertThat(reason).startsWith("total.currency must be");
            assertThat(reason).doesNotContain(currency);
        }
    }

    private static Stream<DynamicTest> spoilt(Contract contract, RecordPlace place) {
        return place.components().stream()
                .flatMap(component -> Spoiling.of(place, component)
                        .map(spoiling -> dynamicTest(
                                place.pointerTo(component) + ": " + spoiling.name(),
                                () -> shouldBeRefused(contract, place, component, spoiling.value()))));
    }

    private static void shouldBeRefused(
            Contract contract, RecordPlace place, RecordComponent component, JsonNode spoilt) {
        ObjectNode event = contract.sample();
        place.in(event).set(component.getName(), spoilt);

        String reason = refusal(event);

        assertThat(reason).as("the field is not named: " + reason).contains(component.getName());
        assertThat(contract.violations(event)).as("the schema lets it through").isNotEmpty();
    }

    private static String refusal(JsonNode event) {
        UnreadableEventException refused =
                catchThrowableOfType(UnreadableEventException.class, () -> EventCodec.decode(Contract.bytes(event)));
        return String.valueOf(refused.getMessage());
    }
}
