package dev.lodestone.community.challenges;

import dev.lodestone.community.members.Member;
import dev.lodestone.community.members.MemberService;
import dev.lodestone.events.EventSource;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.community.CheckedIn;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Checks members in, at most once for each local day. */
@ApplicationScoped
class CheckInService {
    /** Namespace of the ids of check-in events. If it changes, the event of a day may be published twice. */
    private static final UUID NAMESPACE = UUID.fromString("5b0e1f0a-7d86-5c3b-9f51-2c4a8f6d1e77");

    private final MemberService members;
    private final CheckInRepository repository;
    private final Transactions transactions;
    private final Clock clock;

    CheckInService(MemberService members, CheckInRepository repository, Transactions transactions, Clock clock) {
        this.members = members;
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Checks the member in for today and publishes it; returns the newest check-in if it already covers today. */
    Uni<CheckIn> checkIn(MemberId member) {
        return transactions.run(tx -> members.lock(tx, member).chain(locked -> checkIn(tx, locked)));
    }

    Uni<StreakView> streak(MemberId member) {
        return transactions.read(connection -> members.find(connection, member)
                .chain(found -> repository
                        .streak(connection, member)
                        .map(streak -> StreakView.of(streak, found.dayAt(clock.instant())))));
    }

    private Uni<CheckIn> checkIn(SqlConnection tx, Member member) {
        return repository.streak(tx, member.id()).chain(streak -> checkIn(tx, member, streak));
    }

    /** Reads the clock after the lock was taken: a request that waits past midnight checks in for the new day. */
    private Uni<CheckIn> checkIn(SqlConnection tx, Member member, Streak streak) {
        Instant now = clock.instant();
        return streak.checkIn(member.dayAt(now), now)
                .map(checkIn -> save(tx, member.id(), checkIn))
                .orElseGet(() -> Uni.createFrom().item(streak.last()));
    }

    private Uni<CheckIn> save(SqlConnection tx, MemberId member, CheckIn checkIn) {
        return repository
                .add(tx, member, checkIn)
                .chain(() -> Outbox.append(tx, List.of(OutboxRow.of(event(member, checkIn)))))
                .replaceWith(checkIn);
    }

    private static Event<CheckedIn> event(MemberId member, CheckIn checkIn) {
        return new Event<>(
                Ids.derived(NAMESPACE, member + "/" + checkIn.localDate()).toString(),
                EventSource.COMMUNITY,
                member,
                checkIn.checkedInAt(),
                new CheckedIn(checkIn.localDate(), checkIn.streakDays()),
                null,
                null);
    }
}
