package dev.lodestone.points.ledger.verification;

import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.checks.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Compares the accounts of the brand with the sums of all postings, one page of postings at a time. The first page reads the accounts; each
 * page subtracts its postings, and nothing must be left. If nothing is left, the ledger balances: each posting has two sides, and the other
 * stage compares the members' sides.
 */
@ApplicationScoped
class ProgramStageService {
    private final Transactions transactions;
    private final ProgramCheckRepository programs;

    ProgramStageService(Transactions transactions, ProgramCheckRepository programs) {
        this.transactions = transactions;
        this.programs = programs;
    }

    /**
     * The progress.
     *
     * @param snapshot of the database when the accounts were read
     * @param left what the accounts have without the postings summed up so far
     */
    private record Progress(ProgramTotals.Place after, String snapshot, ProgramTotals left) {
        static Progress parse(String position) {
            String[] parts = position.split("/", -1);
            return new Progress(
                    new ProgramTotals.Place(UUID.fromString(parts[0]), parts[1], Long.parseLong(parts[2])),
                    parts[3],
                    ProgramTotals.parse(parts[4]));
        }

        @Override
        public String toString() {
            return after.member() + "/" + after.asset() + "/" + after.version() + "/" + snapshot + "/" + left;
        }
    }

    /** The page of postings at {@code position}; empty is the start. */
    Uni<Page> page(String position) {
        return (position.isEmpty()
                        ? transactions
                                .read(programs::start)
                                .map(start -> new Progress(ProgramTotals.Place.START, start.snapshot(), start.totals()))
                        : Uni.createFrom().item(() -> Progress.parse(position)))
                .chain(this::page);
    }

    private Uni<Page> page(Progress progress) {
        return transactions
                .read(connection -> programs.sums(connection, progress.after(), progress.snapshot()))
                .map(found -> found.map(sums -> page(progress, sums))
                        .orElseGet(() -> Page.last(progress.left().findings())));
    }

    private static Page page(Progress progress, ProgramCheckRepository.Sums sums) {
        ProgramTotals left = progress.left().minus(sums.totals());
        return sums.full()
                ? new Page(new Progress(sums.last(), progress.snapshot(), left).toString(), List.of(), Page.Counts.NONE)
                : Page.last(left.findings());
    }
}
