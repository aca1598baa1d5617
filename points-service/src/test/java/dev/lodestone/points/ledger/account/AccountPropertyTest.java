package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;

/** Whatever happens to an account, in whatever order and however late, it comes to what its plain double comes to, and adds up. */
class AccountPropertyTest {
    /** Of one history. Longer ones find nothing more, and shrink badly; the dose is the number of histories. */
    private static final int COMMANDS = 50;

    @Property
    void P01_P04_P05_P06_shouldAddUpWhateverHappens(@ForAll("histories") ActionChain<ModelHarness> history) {
        history.withInvariant("the books add up", BooksCheck::check).run();
    }

    @Provide
    Arbitrary<ActionChain<ModelHarness>> histories() {
        return ActionChain.startWith(ModelHarness::new)
                .withAction(10, command(earning()))
                .withAction(8, command(amounts(60).map(a -> named("redeem " + a, books -> books.redeem(a, "order")))))
                .withAction(
                        2,
                        command(amounts(30)
                                .map(a -> named("redeem " + a + " for no order", books -> books.redeem(a, null)))))
                .withAction(1, command(amounts(30).map(a -> named("deduct " + a, books -> books.deduct(a)))))
                .withAction(5, command(holding()))
                .withAction(
                        4,
                        command(pair(
                                amounts(25),
                                (i, a) -> named("post " + a + " of hold " + i, books -> books.post(i, a)))))
                .withAction(2, command(index().map(i -> named("void hold " + i, books -> books.voidHold(i)))))
                .withAction(5, command(days(15).map(d -> named("sweep after days: " + d, books -> books.sweep(d)))))
                .withAction(3, command(days(15).map(d -> named("days pass: " + d, books -> books.today += d))))
                .withAction(6, command(takingBack()))
                .withAction(6, command(givingBack()))
                .withAction(
                        2,
                        command(index().map(i ->
                                named("reverse lot " + i, books -> books.clawBack(i, Long.MAX_VALUE, 0, 0)))))
                .withAction(
                        2,
                        command(index().map(i ->
                                named("reverse spend " + i, books -> books.returnSpent(i, Long.MAX_VALUE, 0)))))
                .withAction(3, command(late().map(l -> named("activity, days late: " + l, books -> books.extend(l)))))
                .withMaxTransformations(COMMANDS);
    }

    private record Command(String name, Consumer<ModelHarness> effect) {}

    private static Command named(String name, Consumer<ModelHarness> effect) {
        return new Command(name, effect);
    }

    private interface OfPair {
        Command of(int index, int amount);
    }

    private static Arbitrary<Command> pair(Arbitrary<Integer> amounts, OfPair command) {
        return Combinators.combine(index(), amounts).as(command::of);
    }

    private static Arbitrary<Command> earning() {
        return Combinators.combine(
                        Arbitraries.of(PostingKind.EARNED, PostingKind.EARNED_PENDING, PostingKind.GRANTED),
                        amounts(40),
                        late(),
                        Arbitraries.integers().between(-1, 20),
                        Arbitraries.integers().between(-2, 60).injectNull(0.2),
                        Arbitraries.integers().between(1, 40).injectNull(0.6))
                .as((kind, amount, late, pending, valid, extending) -> named(
                        kind + " " + amount + ", days late: " + late + ", pending: " + pending + ", valid: " + valid
                                + ", extended by: " + extending,
                        books -> books.earn(kind, amount, late, pending, valid, extending)));
    }

    private static Arbitrary<Command> holding() {
        return Combinators.combine(
                        amounts(30),
                        Arbitraries.integers().between(1, 15),
                        Arbitraries.of("order", "")
                                .map(AccountPropertyTest::orNull)
                                .injectNull(0.1))
                .as((amount, days, order) ->
                        named("hold " + amount + " for days: " + days, books -> books.hold(amount, days, order)));
    }

    private static Arbitrary<Command> takingBack() {
        return Combinators.combine(
                        index(),
                        amounts(40),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(0L, 0L, -20L, -100L))
                .as((index, amount, late, floor) -> named(
                        "claw back " + amount + " of lot " + index + ", days late: " + late + ", floor: " + floor,
                        books -> books.clawBack(index, amount, late, floor)));
    }

    private static Arbitrary<Command> givingBack() {
        return Combinators.combine(index(), amounts(30), Arbitraries.integers().between(0, 30))
                .as((index, amount, late) -> named(
                        "return " + amount + " of spend " + index + ", days late: " + late,
                        books -> books.returnSpent(index, amount, late)));
    }

    private static Arbitrary<Integer> amounts(int most) {
        return Arbitraries.integers().between(1, most);
    }

    private static Arbitrary<Integer> days(int most) {
        return Arbitraries.integers().between(0, most);
    }

    private static Arbitrary<Integer> late() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(-2, 30)));
    }

    private static Arbitrary<Integer> index() {
        return Arbitraries.integers().between(0, 1_000);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Action.Independent<ModelHarness> command(Arbitrary<Command> commands) {
        return () -> commands.map(command ->
                Transformer.mutate(command.name(), books -> command.effect().accept(books)));
    }
}
