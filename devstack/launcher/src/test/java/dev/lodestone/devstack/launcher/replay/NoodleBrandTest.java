package dev.lodestone.devstack.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.EventType;
import dev.lodestone.platform.cloudevents.Event;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoodleBrandTest {

    @Test
    void shouldBeTheSameAtEveryCall() {
        assertThat(NoodleBrand.history()).isEqualTo(NoodleBrand.history());
    }

    @Test
    void shouldHoldEveryKindOfFactOfEveryMemberEachOnce() {
        History history = NoodleBrand.history();

        Map<EventType, Long> kinds = history.events().stream()
                .map(event -> EventType.of(event.fact()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(kinds)
                .containsOnlyKeys(
                        EventType.MEMBER_REGISTERED,
                        EventType.ORDER_COMPLETED,
                        EventType.ORDER_REFUNDED,
                        EventType.BEHAVIOUR_RECORDED,
                        EventType.CHECKED_IN,
                        EventType.POST_PUBLISHED)
                .containsEntry(EventType.MEMBER_REGISTERED, (long) NoodleBrand.MEMBERS);
        assertThat(history.members()).isEqualTo(NoodleBrand.MEMBERS);
        assertThat(history.events().stream().map(Event::id)).doesNotHaveDuplicates();
        assertThat(history.lastDay()).isEqualTo(NoodleBrand.FIRST_DAY.plusDays(NoodleBrand.DAYS - 1));
    }
}
