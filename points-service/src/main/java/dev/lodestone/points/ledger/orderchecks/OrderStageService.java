package dev.lodestone.points.ledger.orderchecks;

import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares redemptions and orders with the postings that they caused, one page of members at a time. */
@ApplicationScoped
public class OrderStageService {
    private static final UUID FIRST_MEMBER = new UUID(0, 0);
    private static final UUID LAST_MEMBER = new UUID(-1, -1);
    /** A member has many orders, and one with refunds is a row of several hundred characters. */
    private static final int MEMBERS = 500;

    private final Transactions transactions;
    private final OrderCheckRepository orders;

    OrderStageService(Transactions transactions, OrderCheckRepository orders) {
        this.transactions = transactions;
        this.orders = orders;
    }

    /** The page of members after {@code position}, which is the last checked member. */
    public Uni<Page> page(String position) {
        UUID after = position.isEmpty() ? FIRST_MEMBER : UUID.fromString(position);
        return transactions
                .read(connection -> orders.last(connection, after, MEMBERS))
                .chain(last -> check(new OrderCheckRepository.Range(after, last.orElse(LAST_MEMBER)))
                        .map(findings -> page(last, findings)));
    }

    private static Page page(Optional<UUID> last, List<Finding> findings) {
        return last.map(member -> new Page(member.toString(), findings, Page.Counts.NONE))
                .orElseGet(() -> Page.last(findings));
    }

    private Uni<List<Finding>> check(OrderCheckRepository.Range range) {
        return transactions
                .read(connection -> orders.redemptions(connection, range))
                .chain(redemptions -> transactions
                        .read(connection -> orders.spends(connection, range))
                        .chain(spends -> transactions
                                .read(connection -> orders.orders(connection, range))
                                .map(lines -> together(redemptions, spends, lines))));
    }

    private static List<Finding> together(List<Finding> redemptions, List<Finding> spends, List<OrderLine> lines) {
        List<Finding> findings = new ArrayList<>(redemptions);
        findings.addAll(spends);
        lines.forEach(line -> findings.addAll(line.findings()));
        return findings;
    }
}
