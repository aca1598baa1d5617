package dev.lodestone.points.earning.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.ledger.account.Posting;
import dev.lodestone.points.ledger.history.PostingRow;
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
            assertThat(List.of(text.split("\\D+")))
                    .as(() -> text + " does not contain " + amount)
                    .contains(Long.toString(amount));
            assertThat(text).doesNotContain("  ", "null", "%");
        }
        assertThat(zh.codePoints().anyMatch(Character::isIdeographic)).as(zh).isTrue();
        assertThat(en.codePoints().anyMatch(Character::isIdeographic)).as(en).isFalse();
        assertThat(!en.contains("refunded") || order != null && en.contains(order))
                .as(() -> "missing order number: " + en)
                .isTrue();
    }
}
