package dev.lodestone.recall.offers;

import dev.lodestone.events.MemberId;
import dev.lodestone.recall.profile.CountedOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The order by which a participant returned. */
record Return(Participant participant, CountedOrder order) {
    private static final Comparator<CountedOrder> EARLIEST =
            Comparator.comparing(CountedOrder::occurredAt).thenComparing(CountedOrder::orderId);

    /** Finds for each participant the earliest of {@code orders} in the offer's window; participants without one are left out. */
    static List<Return> of(Collection<Participant> participants, Collection<CountedOrder> orders) {
        Map<MemberId, List<CountedOrder>> byMember =
                orders.stream().sorted(EARLIEST).collect(Collectors.groupingBy(CountedOrder::member));
        List<Return> returns = new ArrayList<>();
        for (Participant participant : participants) {
            byMember.getOrDefault(participant.member(), List.of()).stream()
                    .filter(order -> participant.window().contains(order.occurredAt()))
                    .findFirst()
                    .ifPresent(order -> returns.add(new Return(participant, order)));
        }
        return returns;
    }
}
