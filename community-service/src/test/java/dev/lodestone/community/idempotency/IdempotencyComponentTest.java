package dev.lodestone.community.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.idempotency.Outcome;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.problem.ProblemType;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What idempotency of the platform promises to every endpoint. It is tested here since it needs the database of a service. */
@QuarkusTest
class IdempotencyComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ProblemType SOLD_OUT = new ProblemType("sold-out", 409, "Nothing is left");

    private record Body(String reward, long units) {}

    private record View(int number) {}

    @Inject
    Idempotency idempotency;

    @Inject
    Transactions transactions;

    private final AtomicInteger effects = new AtomicInteger();
    private final String key = Ids.next().toString();
    private final IdempotentRequest request = request("ann", key, new Body("noodles", 1));

    @Nested
    class ARepeatedRequest {
        @Test
        void shouldGetTheFirstAnswerAgain() {
            Response first = once(request);
            Response second = once(request("ann", key, new Body("noodles", 1)));

            assertThat(first.getStatus()).isEqualTo(201);
            assertThat(first.getHeaderString("Idempotency-Hit")).isNull();
            assertThat(second.getStatus()).isEqualTo(201);
            assertThat(second.getHeaderString("Idempotency-Hit")).isEqualTo("true");
            assertThat(second.getEntity()).isEqualTo(first.getEntity()).isEqualTo("{\"number\":1}");
            assertThat(effects).hasValue(1);
        }

        @Test
        void shouldHaveOneEffectWhenItArrivesManyTimesAtOnce() throws Exception {
            List<Response> answers = Api.race(Collections.nCopies(8, () -> once(request)));

            assertThat(effects).hasValue(1);
            assertThat(answers).extracting(Response::getEntity).containsOnly("{\"number\":1}");
            assertThat(answers)
                    .filteredOn(answer -> answer.getHeaderString("Idempotency-Hit") == null)
                    .hasSize(1);
        }

        @Test
        void shouldRunWhenTheFirstAttemptFailed() {
            assertThatThrownBy(() -> run(request, () -> {
                        throw new IllegalStateException("a defect");
                    }))
                    .hasMessage("a defect");

            assertThat(once(request).getHeaderString("Idempotency-Hit")).isNull();
            assertThat(effects).hasValue(1);
        }
    }

    @Nested
    class AnotherRequest {
        @Test
        void shouldNotUseTheKeyAgain() {
            once(request);

            assertReused(() -> once(request("ann", key, new Body("noodles", 2))));
            assertReused(() -> once(new IdempotentRequest("ann", key, "reserve", new Body("noodles", 1))));
            assertThat(effects).hasValue(1);
        }

        @Test
        void mayUseTheKeyOfAnotherCaller() {
            once(request);

            Response other = once(request("ben", key, new Body("tea", 3)));

            assertThat(other.getHeaderString("Idempotency-Hit")).isNull();
            assertThat(effects).hasValue(2);
        }

        private void assertReused(ThrowingCallable second) {
            assertThatThrownBy(second)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(PlatformProblems.IDEMPOTENCY_KEY_REUSED));
        }
    }

    @Nested
    class RequestsThatShareATransaction {
        private final IdempotentRequest other = request("ben", key, new Body("noodles", 1));
        private final IdempotentRequest refused = request("eve", key, new Body("sold-out", 1));

        @Test
        void shouldEachGetAnAnswerOfItsOwn() {
            Map<IdempotentRequest, Outcome<Response>> outcomes = each(List.of(request, refused, other));

            assertThat(outcomes).containsOnlyKeys(request, refused, other);
            assertThat(outcomes.get(request).orThrow().getEntity()).isEqualTo("{\"number\":1}");
            assertThat(outcomes.get(other).orThrow().getEntity()).isEqualTo("{\"number\":2}");
            assertThatThrownBy(() -> outcomes.get(refused).orThrow())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(SOLD_OUT));
        }

        @Test
        void shouldReplayTheAnsweredAndRunTheRefusedOnceMore() {
            each(List.of(request, refused));

            Map<IdempotentRequest, Outcome<Response>> again = each(List.of(refused, request, other));

            assertThat(again.get(request).orThrow().getHeaderString("Idempotency-Hit"))
                    .isEqualTo("true");
            assertThat(again.get(other).orThrow().getHeaderString("Idempotency-Hit"))
                    .isNull();
            assertThat(again.get(refused).done()).isEmpty();
            assertThat(effects).hasValue(2);
        }

        @Test
        void shouldRefuseTheOneWhoseKeyWasUsedForSomethingElse() {
            once(request);
            IdempotentRequest changed = request("ann", key, new Body("noodles", 5));

            Map<IdempotentRequest, Outcome<Response>> outcomes = each(List.of(changed, other));

            assertThat(outcomes.get(changed).done()).isEmpty();
            assertThat(outcomes.get(other).done()).isPresent();
        }

        private Map<IdempotentRequest, Outcome<Response>> each(List<IdempotentRequest> requests) {
            return transactions
                    .run(tx -> idempotency.each(tx, requests, Response.Status.CREATED, this::effects))
                    .await()
                    .atMost(PATIENCE);
        }

        private Uni<Map<IdempotentRequest, Outcome<View>>> effects(List<IdempotentRequest> fresh) {
            Map<IdempotentRequest, Outcome<View>> outcomes = new HashMap<>();
            for (IdempotentRequest one : new ArrayList<>(fresh)) {
                outcomes.put(one, Outcome.of(() -> {
                    if (one.body() instanceof Body body && body.reward().equals("sold-out")) {
                        throw new ProblemException(SOLD_OUT, "Choose another reward");
                    }
                    return new View(effects.incrementAndGet());
                }));
            }
            return Uni.createFrom().item(outcomes);
        }
    }

    @Nested
    class AKey {
        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " "})
        void shouldBePresent(String missing) {
            assertMissing(missing);
        }

        @Test
        void shouldHaveAtMostAHundredCharacters() {
            assertThat(IdempotentRequest.of("ann", "k".repeat(100), "redeem", "")
                            .key())
                    .hasSize(100);
            assertMissing("k".repeat(101));
        }

        private void assertMissing(String value) {
            assertThatThrownBy(() -> IdempotentRequest.of("ann", value, "redeem", ""))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(PlatformProblems.IDEMPOTENCY_KEY_MISSING));
        }
    }

    private static IdempotentRequest request(String caller, String key, Body body) {
        return IdempotentRequest.of(caller, key, "redeem", body);
    }

    private Response once(IdempotentRequest once) {
        return run(once, () -> new View(effects.incrementAndGet()));
    }

    private Response run(IdempotentRequest once, java.util.function.Supplier<View> effect) {
        return transactions
                .run(tx -> idempotency.once(
                        tx,
                        once,
                        Response.Status.CREATED,
                        () -> Uni.createFrom().item(effect)))
                .await()
                .atMost(PATIENCE);
    }
}
