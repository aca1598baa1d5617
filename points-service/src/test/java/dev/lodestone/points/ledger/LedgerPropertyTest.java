package dev.lodestone.points.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random postings to an account beside a plain model of it; the seed of a failing run is its name. */
class LedgerPropertyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STEPS = 2_000;

    /** A lot of the model: one entry for each point would be too many, so a counter. */
    private static final class ModelLot {
        private final Posting opening;
        private long remaining;

        private ModelLot(Posting opening) {
            this.opening = opening;
            this.remaining = opening.amount();
        }
    }

    private final List<ModelLot> model = new ArrayList<>();
    private final Account account = new Account(new MemberId(Ids.next()), Asset.POINTS, 0, 0, 0, List.of());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void P01_shouldKeepBalanceLotsAndPostingsEqualToTheModelAfterEveryStep(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int step = 0; step < STEPS; step++) {
            Instant now = START.plus(Duration.ofHours(step));
            switch (random.nextInt(4)) {
                case 0, 1 -> earn(random, now);
                case 2 -> redeem(1 + random.nextLong(200), now);
                default -> takeBack(random, now);
            }
            check();
        }
    }

    private void earn(RandomGenerator random, Instant now) {
        Instant expiresAt = random.nextInt(4) == 0 ? null : now.plus(Duration.ofDays(1 + random.nextInt(30)));
        model.add(new ModelLot(account.earn(1 + random.nextLong(100), expiresAt, cause(now))));
    }

    private void redeem(long amount, Instant now) {
        if (amount > modelBalance()) {
            assertThrows(ProblemException.class, () -> account.redeem(amount, cause(now)));
        } else {
            account.redeem(amount, cause(now));
            spend(amount);
        }
    }

    private void takeBack(RandomGenerator random, Instant now) {
        if (!model.isEmpty()) {
            ModelLot own = model.get(random.nextInt(model.size()));
            long amount = 1 + random.nextLong(own.opening.amount());
            long expected = Math.min(amount, modelBalance());
            assertEquals(expected, account.takeBack(amount, own.opening.id(), cause(now)));
            long fromOwn = Math.min(own.remaining, expected);
            own.remaining -= fromOwn;
            spend(expected - fromOwn);
        }
    }

    /** Takes points one at a time from the lot that lapses first, the oldest if several do. */
    private void spend(long amount) {
        for (long i = 0; i < amount; i++) {
            model.stream()
                    .filter(lot -> lot.remaining > 0)
                    .min(Comparator.comparing((ModelLot lot) -> lapses(lot.opening))
                            .thenComparing(lot -> lot.opening.cause().occurredAt()))
                    .orElseThrow()
                    .remaining--;
        }
    }

    private void check() {
        assertEquals(modelBalance(), account.balance());
        assertTrue(account.balance() >= 0);
        assertEquals(
                account.balance(),
                account.openLots().stream().mapToLong(Lot::remaining).sum());
        assertEquals(
                account.balance(),
                account.postings().stream().mapToLong(Posting::amount).sum());
        assertEquals(account.version(), account.postings().size());
        for (ModelLot lot : model) {
            long remaining = account.openLots().stream()
                    .filter(open -> open.id().equals(lot.opening.id()))
                    .mapToLong(Lot::remaining)
                    .sum();
            assertEquals(lot.remaining, remaining);
        }
        model.removeIf(lot -> lot.remaining == 0 && model.size() > 50);
    }

    private long modelBalance() {
        return model.stream().mapToLong(lot -> lot.remaining).sum();
    }

    private static Instant lapses(Posting posting) {
        return posting.expiresAt() == null ? Instant.MAX : posting.expiresAt();
    }

    private static Cause cause(Instant now) {
        return new Cause(Ids.next(), "test", now, null, null, null, null);
    }
}
