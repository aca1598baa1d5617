package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.earning.evaluation.Audience;
import dev.lodestone.points.earning.evaluation.Outcome;
import dev.lodestone.points.earning.evaluation.RuleExplanation;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.events.RecordedEvent;
import dev.lodestone.points.earning.events.RecordedEventService;
import dev.lodestone.points.earning.ruleset.RuleSetService;
import dev.lodestone.points.ledger.history.LedgerHistoryService;
import dev.lodestone.points.ledger.history.PostingRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Explains postings and orders from recorded events. */
@ApplicationScoped
public class ExplanationService {
    private final LedgerHistoryService history;
    private final RecordedEventService recordedEvents;
    private final RuleSetService rules;

    ExplanationService(LedgerHistoryService history, RecordedEventService recordedEvents, RuleSetService rules) {
        this.history = history;
        this.recordedEvents = recordedEvents;
        this.rules = rules;
    }

    /**
     * Why posting {@code id} of {@code member} was made.
     *
     * @throws ProblemException 404 {@code posting-unknown}
     */
    public Uni<PostingExplanationView> posting(SqlConnection connection, MemberId member, UUID id, Audience audience) {
        return history.posting(connection, member, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        ExplanationProblems.POSTING_UNKNOWN, "Use a postingId from the member's statement")))
                .chain(posting -> explain(connection, member, posting, audience));
    }

    /**
     * The outcome of each rule for the recorded events of {@code orderId}.
     *
     * @throws ProblemException 404 {@code order-unknown}
     */
    public Uni<OrderExplanationView> order(
            SqlConnection connection, MemberId member, String orderId, Audience audience) {
        return rules.published(connection)
                .chain(ruleSet -> recordedEvents
                        .ofOrder(connection, member, orderId)
                        .map(events -> {
                            if (events.isEmpty()) {
                                throw new ProblemException(
                                        ExplanationProblems.ORDER_UNKNOWN,
                                        "Check the order number; an order can be explained after its events arrived");
                            }
                            return new OrderExplanationView(
                                    orderId,
                                    events.stream()
                                            .map(event -> explainEvent(ruleSet, event, audience))
                                            .toList());
                        }));
    }

    private Uni<PostingExplanationView> explain(
            SqlConnection connection, MemberId member, PostingRow posting, Audience audience) {
        if (posting.kind() != PostingKind.CONFIRMED && posting.kind() != PostingKind.EXPIRED) {
            return explainDirectly(connection, member, posting, audience);
        }
        return history.posting(connection, member, posting.causeId())
                .chain(earned -> earned.isEmpty()
                        ? explainDirectly(connection, member, posting, audience)
                        : explainDirectly(connection, member, earned.get(), audience)
                                .map(origin -> fromLot(posting, origin)));
    }

    private Uni<PostingExplanationView> explainDirectly(
            SqlConnection connection, MemberId member, PostingRow posting, Audience audience) {
        return recordedEvents.find(connection, member, posting.causeId()).chain(event -> {
            if (posting.ruleCode() != null && event.isPresent()) {
                return rules.published(connection).map(ruleSet -> paid(ruleSet, posting, event.get(), audience));
            }
            return refundSteps(connection, member, posting)
                    .map(steps -> view(posting, PostingKindText.of(posting), steps, event.orElse(null)));
        });
    }

    /** The confirmation or expiry of a lot has no event of its own: it is explained by the posting that earned the lot. */
    private static PostingExplanationView fromLot(PostingRow posting, PostingExplanationView origin) {
        List<LocalText> steps = new ArrayList<>(List.of(origin.summary()));
        steps.addAll(origin.steps());
        return view(
                posting, PostingKindText.of(posting), steps, origin.ruleCode(), origin.ruleVersion(), origin.fact());
    }

    private Uni<List<LocalText>> refundSteps(SqlConnection connection, MemberId member, PostingRow posting) {
        Long amount = posting.reversedAmount();
        return posting.orderId() == null || amount == null
                ? Uni.createFrom().item(List.of())
                : recordedEvents
                        .ofOrder(connection, member, posting.orderId())
                        .map(events -> RefundSteps.of(events, posting.causeId(), amount));
    }

    private static PostingExplanationView paid(
            RuleSet ruleSet, PostingRow posting, RecordedEvent event, Audience audience) {
        Optional<RuleExplanation> explained = event.outcomes().stream()
                .filter(outcome -> outcome.code().equals(posting.ruleCode()))
                .findFirst()
                .flatMap(outcome -> explain(ruleSet, event, outcome, audience));
        List<LocalText> steps =
                new ArrayList<>(explained.map(RuleExplanation::steps).orElse(List.of()));
        explained
                .filter(rule -> event.corrects() != null || rule.points() != posting.amount())
                .ifPresent(rule -> steps.add(difference(posting, rule)));
        return view(
                posting,
                explained.map(RuleExplanation::summary).orElseGet(() -> PostingKindText.of(posting)),
                steps,
                event);
    }

    /** The text for a corrected order, of which only the difference is posted. */
    private static LocalText difference(PostingRow posting, RuleExplanation rule) {
        boolean clawback =
                posting.kind() == PostingKind.CLAWED_BACK || posting.kind() == PostingKind.PENDING_CLAWED_BACK;
        return new LocalText(
                "订单更正后，此规则共计 %d；与已入账部分（扣除退款）的差额为 %s%d".formatted(rule.points(), clawback ? "-" : "+", posting.amount()),
                "the order was corrected: this rule now pays %d for it in total; the difference to the points already posted, after refunds, is %s%d"
                        .formatted(rule.points(), clawback ? "-" : "+", posting.amount()));
    }

    private static OrderExplanationView.EventExplanation explainEvent(
            RuleSet ruleSet, RecordedEvent event, Audience audience) {
        return new OrderExplanationView.EventExplanation(
                EventView.of(event),
                event.outcomes().stream()
                        .flatMap(outcome -> explain(ruleSet, event, outcome, audience).stream())
                        .toList());
    }

    private static Optional<RuleExplanation> explain(
            RuleSet ruleSet, RecordedEvent event, Outcome outcome, Audience audience) {
        return ruleSet.find(outcome.code(), outcome.version())
                .map(rule -> RuleExplanation.of(rule, event.input(), outcome, audience));
    }

    private static PostingExplanationView view(
            PostingRow posting, LocalText summary, List<LocalText> steps, @Nullable RecordedEvent event) {
        return view(
                posting,
                summary,
                steps,
                posting.ruleCode(),
                posting.ruleVersion(),
                event == null ? null : EventView.of(event));
    }

    private static PostingExplanationView view(
            PostingRow posting,
            LocalText summary,
            List<LocalText> steps,
            @Nullable String ruleCode,
            @Nullable Integer ruleVersion,
            @Nullable EventView fact) {
        return new PostingExplanationView(
                posting.id(),
                posting.kind(),
                posting.asset().name(),
                posting.amount(),
                posting.occurredAt(),
                summary,
                steps,
                ruleCode,
                ruleVersion,
                posting.actor(),
                fact);
    }
}
