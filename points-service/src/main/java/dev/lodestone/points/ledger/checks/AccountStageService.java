package dev.lodestone.points.ledger.checks;

import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Compares accounts, lots and holds with the postings, one page of accounts at a time. */
@ApplicationScoped
public class AccountStageService {
    private static final UUID FIRST_MEMBER = new UUID(0, 0);
    private static final UUID LAST_MEMBER = new UUID(-1, -1);
    /** Sorts after the name of every asset. */
    private static final String LAST_ASSET = "~";

    private final Transactions transactions;
    private final AccountCheckRepository accounts;
    private final VerificationConfig config;

    AccountStageService(Transactions transactions, AccountCheckRepository accounts, VerificationConfig config) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.config = config;
    }

    /** The page of accounts after {@code position}, which names the last checked account. */
    public Uni<Page> page(String position) {
        String[] done = position.split("/");
        UUID member = position.isEmpty() ? FIRST_MEMBER : UUID.fromString(done[0]);
        String asset = position.isEmpty() ? "" : done[1];
        return transactions
                .read(connection -> accounts.accounts(connection, member, asset, config.accountBatchSize()))
                .chain(lines -> withLotsAndHolds(member, asset, lines));
    }

    private Uni<Page> withLotsAndHolds(UUID member, String asset, List<AccountLine> lines) {
        boolean last = lines.size() < config.accountBatchSize();
        AccountCheckRepository.Range range = last
                ? new AccountCheckRepository.Range(member, asset, LAST_MEMBER, LAST_ASSET)
                : new AccountCheckRepository.Range(
                        member, asset, lines.getLast().member(), lines.getLast().asset());
        return transactions
                .read(connection -> accounts.lots(connection, range))
                .chain(lots -> transactions
                        .read(connection -> accounts.holds(connection, range))
                        .map(holds -> page(lines, lots, holds, last)));
    }

    private static Page page(List<AccountLine> lines, List<Finding> lots, List<Finding> holds, boolean last) {
        List<Finding> findings = new ArrayList<>();
        lines.forEach(line -> findings.addAll(line.findings()));
        findings.addAll(lots);
        findings.addAll(holds);
        String next =
                last ? null : lines.getLast().member() + "/" + lines.getLast().asset();
        return new Page(next, findings, new Page.Counts(0, 0, 0, 0, 0, lines.size()));
    }
}
