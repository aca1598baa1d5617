package dev.lodestone.points.earning.explanation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.points.ledger.account.Posting;
import dev.lodestone.points.ledger.history.PostingRow;
import dev.lodestone.points.texts.LocalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that apply to each explanation, in both languages. */
public final class Explained {
    private Explained() {}

    /** Fails unless the text for {@code posting} can be created and is complete. */
    public static void check(Posting posting, @Nullable Posting reversed) {
        PostingRow row = new PostingRow(
                posting.id(),
                posting.kind(),
                posting.asset(),
                posting.amount(),
                posting.cause().id(),
                posting.cause().orderId(),
                posting.cause().ruleCode(),
                posting.cause().ruleVersion(),
                posting.cause().note(),
                posting.cause().actor(),
                reversed == null ? null : reversed.amount(),
                posting.occurredAt());
        LocalText summary = PostingKindText.of(row);
        check(summary.zh(), summary.en(), row.amount(), row.orderId());
    }

    /** @param order the order that the posting reverses, if any */
    static void check(String zh, String en, long amount, @Nullable String order) {
        for (String text : List.of(zh, en)) {
            assertTrue(
                    List.of(text.split("\\D+")).contains(Long.toString(amount)),
                    () -> text + " does not contain " + amount);
            assertFalse(
                    text.contains("  ") || text.contains("null") || text.contains("%"),
                    () -> "incomplete text: " + text);
        }
        assertTrue(zh.codePoints().anyMatch(Character::isIdeographic), zh);
        assertFalse(en.codePoints().anyMatch(Character::isIdeographic), en);
        assertTrue(
                !en.contains("refunded") || order != null && en.contains(order), () -> "missing order number: " + en);
    }
}
