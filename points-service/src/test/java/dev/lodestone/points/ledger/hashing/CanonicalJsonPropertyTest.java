package dev.lodestone.points.ledger.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.erdtman.jcs.JsonCanonicalizer;

class CanonicalJsonPropertyTest {
    private static final long DOUBLE_EXACT_MAX = 1L << 53;

    @Property
    void shouldAgreeWithAnotherImplementation(
            @ForAll String text, @ForAll @LongRange(min = -DOUBLE_EXACT_MAX, max = DOUBLE_EXACT_MAX) long number)
            throws IOException {
        String json = new CanonicalJson().put("a" + text, number).put("b", text).toString();

        assertThat(new JsonCanonicalizer(json).getEncodedString()).isEqualTo(json);
    }
}
