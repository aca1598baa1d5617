package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.idempotency.Outcome;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.postings.LedgerService;
import dev.lodestone.points.ledger.postings.LockedAccounts;
import dev.lodestone.points.rewards.catalogue.CatalogueService;
import dev.lodestone.points.rewards.catalogue.RewardStock;
import dev.lodestone.points.rewards.catalogue.RewardView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Redeems rewards for several members in one transaction. Balances and stocks are checked and reduced under the same locks, always in this
 * order: idempotency keys, accounts, rewards; each kind sorted.
 */
@ApplicationScoped
class RedemptionGroupService {
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final LedgerService ledger;
    private final CatalogueService catalogue;
    private final RedemptionRepository redemptions;
    private final Clock clock;

    RedemptionGroupService(
            Transactions transactions,
            Idempotency idempotency,
            LedgerService ledger,
            CatalogueService catalogue,
            RedemptionRepository redemptions,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /** The outcomes of {@code commands}, in their order. Earlier commands have priority for balance and stock. */
    Uni<List<Outcome<Response>>> redeem(List<RedemptionCommand> commands) {
        Map<IdempotentRequest, RedemptionCommand> byRequest =
                commands.stream().collect(Collectors.toMap(RedemptionCommand::request, Function.identity()));
        List<IdempotentRequest> requests =
                commands.stream().map(RedemptionCommand::request).toList();
        return transactions
                .run(tx -> idempotency.<RedemptionView>each(
                        tx, requests, Response.Status.CREATED, fresh -> buy(tx, commands(byRequest, fresh))))
                .map(outcomes -> requests.stream()
                        .map(request -> Objects.requireNonNull(outcomes.get(request)))
                        .toList());
    }

    private Uni<Map<IdempotentRequest, Outcome<RedemptionView>>> buy(
            SqlConnection tx, List<RedemptionCommand> commands) {
        Set<MemberId> members = commands.stream().map(RedemptionCommand::member).collect(Collectors.toSet());
        Set<String> rewards =
                commands.stream().map(RedemptionCommand::rewardCode).collect(Collectors.toSet());
        return Pipeline.both(
                        ledger.openWithLots(tx, members, Asset.POINTS, clock.instant()),
                        catalogue.open(tx, rewards),
                        Opened::new)
                .chain(opened -> write(tx, opened.accounts(), opened.stock(), commands));
    }

    private record Opened(LockedAccounts accounts, RewardStock stock) {}

    private Uni<Map<IdempotentRequest, Outcome<RedemptionView>>> write(
            SqlConnection tx, LockedAccounts accounts, RewardStock stock, List<RedemptionCommand> commands) {
        Map<IdempotentRequest, Outcome<RedemptionView>> outcomes = LinkedHashMap.newLinkedHashMap(commands.size());
        List<RedemptionRow> redeemed = new ArrayList<>();
        for (RedemptionCommand command : commands) {
            Account account = accounts.account(command.member(), Asset.POINTS);
            Outcome<RedemptionRow> outcome = Outcome.of(() -> buy(account, stock, command.rewardCode()));
            outcomes.put(command.request(), outcome.map(RedemptionRow::view));
            outcome.done().ifPresent(redeemed::add);
        }
        return Pipeline.of(ledger.write(tx, accounts), catalogue.write(tx, stock), redemptions.insert(tx, redeemed))
                .replaceWith(outcomes);
    }

    private RedemptionRow buy(Account account, RewardStock stock, String rewardCode) {
        RewardView reward = stock.offer(rewardCode);
        Instant now = clock.instant();
        Cause cause = Cause.of(Ids.next(), "redemption", now, null);
        account.redeem(reward.cost(), cause);
        RedemptionView view = new RedemptionView(cause.id(), reward.code(), reward.cost(), account.available(), now);
        return new RedemptionRow(account.member(), view, stock.take(reward));
    }

    private static List<RedemptionCommand> commands(
            Map<IdempotentRequest, RedemptionCommand> byRequest, List<IdempotentRequest> requests) {
        return requests.stream()
                .map(request -> Objects.requireNonNull(byRequest.get(request)))
                .toList();
    }
}
