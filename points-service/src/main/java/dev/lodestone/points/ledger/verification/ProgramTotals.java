package dev.lodestone.points.ledger.verification;

import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.FindingKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Debits and credits of the brand's accounts, by account and asset such as {@code ISSUED:POINTS}. Not limited to 64 bits: an attacker may
 * have written any amounts.
 */
record ProgramTotals(Map<String, Side> sides) {
    /** What went out of an account, and what came into it. */
    record Side(BigInteger debits, BigInteger credits) {
        static final Side NONE = new Side(BigInteger.ZERO, BigInteger.ZERO);

        Side plus(Side other) {
            return new Side(debits.add(other.debits), credits.add(other.credits));
        }

        Side minus(Side other) {
            return new Side(debits.subtract(other.debits), credits.subtract(other.credits));
        }
    }

    /** A posting, by its key. */
    record Place(UUID member, String asset, long version) {
        static final Place START = new Place(new UUID(0, 0), "", 0);
    }

    ProgramTotals {
        sides = Map.copyOf(sides);
    }

    /** Reads what {@link #toString} writes. */
    static ProgramTotals parse(String text) {
        Map<String, Side> sides = new TreeMap<>();
        for (String item : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] parts = item.split(":", -1);
            sides.put(parts[0] + ":" + parts[1], new Side(new BigInteger(parts[2]), new BigInteger(parts[3])));
        }
        return new ProgramTotals(sides);
    }

    /** What is left of these totals without {@code other}. */
    ProgramTotals minus(ProgramTotals other) {
        Map<String, Side> left = new TreeMap<>(sides);
        other.sides.forEach((account, side) -> left.merge(account, Side.NONE.minus(side), Side::plus));
        return new ProgramTotals(left);
    }

    /** One finding for each account with something left. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        new TreeMap<>(sides).forEach((account, left) -> {
            if (!left.equals(Side.NONE)) {
                findings.add(Finding.of(
                        FindingKind.PROGRAM_DIFFERS,
                        account + ": its debits exceed those of its postings by " + left.debits() + ", its credits by "
                                + left.credits()));
            }
        });
        return findings;
    }

    @Override
    public String toString() {
        return new TreeMap<>(sides)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue().debits() + ":"
                                + entry.getValue().credits())
                        .collect(Collectors.joining(","));
    }
}
