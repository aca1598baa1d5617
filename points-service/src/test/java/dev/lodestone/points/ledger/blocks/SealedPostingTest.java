package dev.lodestone.points.ledger.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.CanonicalJson;
import dev.lodestone.points.ledger.hashing.Leaf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedPostingTest {
    private static final UUID MEMBER = UUID.fromString("0192f0c1-2f4a-7c11-8f00-000000000001");
    private static final UUID ID = UUID.fromString("0192f0c1-2f4a-7c11-8f00-000000000002");
    private static final UUID CAUSE = UUID.fromString("0192f0c1-2f4a-7c11-8f00-000000000003");

    @Test
    void P30_shouldWriteAPostingInOneFormOnly() {
        SealedPosting posting = new SealedPosting(
                new SealedPosting.Place(812, MEMBER, "POINTS", 7),
                ID,
                "DEDUCTED",
                "AVAILABLE",
                "ISSUED",
                Long.MAX_VALUE,
                -3,
                0,
                0,
                CAUSE,
                "adjustment",
                "o-1",
                "spend-cny",
                3,
                "said \"no\" \\ twice\n\u0001 点",
                CAUSE,
                Instant.parse("2026-11-20T04:00:00Z"),
                Instant.parse("2026-11-20T04:00:00.120003Z"),
                "operator-1",
                "5|1|||",
                "a:-5:0");

        assertThat(posting.canonical(BlockFormat.POSTINGS_3))
                .isEqualTo(
                        "{\"accountVersion\":7,\"actor\":\"operator-1\",\"amount\":9223372036854775807,\"asset\":\"POINTS\",\"availableAfter\":-3,"
                                + "\"causeId\":\"0192f0c1-2f4a-7c11-8f00-000000000003\",\"causeType\":\"adjustment\",\"from\":\"AVAILABLE\","
                                + "\"heldAfter\":0,\"id\":\"0192f0c1-2f4a-7c11-8f00-000000000002\",\"kind\":\"DEDUCTED\","
                                + "\"lotTerms\":\"5|1|||\",\"lots\":\"a:-5:0\",\"memberId\":\"0192f0c1-2f4a-7c11-8f00-000000000001\","
                                + "\"note\":\"said \\\"no\\\" \\\\ twice\\n\\u0001 点\",\"occurredAt\":\"2026-11-20T04:00:00.000000Z\",\"orderId\":\"o-1\","
                                + "\"pendingAfter\":0,\"postedAt\":\"2026-11-20T04:00:00.120003Z\","
                                + "\"reverses\":\"0192f0c1-2f4a-7c11-8f00-000000000003\",\"ruleCode\":\"spend-cny\",\"ruleVersion\":3,\"to\":\"ISSUED\",\"tx\":812}");
        assertThat(posting.canonical(BlockFormat.POSTINGS_2)).isEqualTo(posting.canonical(BlockFormat.POSTINGS_3));
        assertThat(posting.canonical(BlockFormat.POSTINGS_1))
                .isEqualTo(posting.canonical(BlockFormat.POSTINGS_2)
                        .replace("\"lotTerms\":\"5|1|||\",\"lots\":\"a:-5:0\",", ""));
    }

    @Test
    void P30_shouldLeaveOutWhatAPostingDoesNotHave() {
        SealedPosting posting = posting("GRANTED");

        for (String name :
                List.of("actor", "lotTerms", "lots", "note", "orderId", "reverses", "ruleCode", "ruleVersion")) {
            assertThat(posting.canonical(BlockFormat.POSTINGS_3)).as(name).doesNotContain("\"" + name + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLAWED_BACK, TAKEN_BACK",
        "PENDING_CLAWED_BACK, PENDING_TAKEN_BACK",
        "REINSTATED, REOPENED",
        "EARNED, EARNED"
    })
    void P30_shouldHashAKindInOlderBlocksByItsFormerName(String kind, String former) {
        SealedPosting posting = posting(kind);

        assertThat(posting.canonical(BlockFormat.POSTINGS_2))
                .isEqualTo(posting(former).canonical(BlockFormat.POSTINGS_3));
        assertThat(posting.canonical(BlockFormat.POSTINGS_1))
                .isEqualTo(posting(former).canonical(BlockFormat.POSTINGS_3));
        assertThat(posting.canonical(BlockFormat.POSTINGS_3)).contains("\"kind\":\"" + kind + "\"");
    }

    @Test
    void P30_shouldKeepLeavesAsTheyWere() {
        Leaf leaf = new Leaf(MEMBER, "POINTS", 7, ID, new byte[32]);

        List<Leaf> read = Leaf.unpack(Leaf.pack(List.of(leaf, leaf)));

        assertThat(read).hasSize(2);
        assertThat(read.getLast().key()).isEqualTo(leaf.key());
        assertThat(read.getLast().id()).isEqualTo(ID);
        assertThat(read.getLast().hash()).isEqualTo(leaf.hash());
    }

    @Test
    void shouldRefuseMembersOutOfOrder() {
        CanonicalJson json = new CanonicalJson().put("b", 1);

        assertThatThrownBy(() -> json.put("a", 1)).isInstanceOf(IllegalStateException.class);
    }

    private static SealedPosting posting(String kind) {
        Instant noon = Instant.parse("2026-11-20T04:00:00Z");
        return new SealedPosting(
                new SealedPosting.Place(1, MEMBER, "POINTS", 1),
                ID,
                kind,
                "ISSUED",
                "AVAILABLE",
                1,
                1,
                0,
                0,
                CAUSE,
                "adjustment",
                null,
                null,
                null,
                null,
                null,
                noon,
                noon,
                null,
                null,
                null);
    }
}
