package dev.lodestone.recall.contacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void shouldAgreeWithTheFirstAgreementWhateverItsClock() {
        assertTrue(Consent.NONE
                .after(agreed(NOON.plusSeconds(72_000), NOON), TOLERANCE)
                .agreed());
    }

    @ParameterizedTest
    @ValueSource(longs = {-31_536_000, 0, 90, 72_000, 2_500_000_000L})
    void case16_shouldLetAWithdrawalWinOverAnAgreementThatIsKnown(long aheadSeconds) {
        Consent consent = Consent.NONE
                .after(agreed(NOON.plusSeconds(aheadSeconds), NOON), TOLERANCE)
                .after(refused(NOON.plusSeconds(60), NOON.plusSeconds(61)), TOLERANCE);

        assertFalse(consent.agreed());
    }

    @ParameterizedTest
    @ValueSource(longs = {-31_536_000, 0, 61, 90, 119, 72_000, 2_500_000_000L})
    void case16_shouldLetAWithdrawalWinOverAnAgreementThatComesLater(long aheadSeconds) {
        Consent consent = Consent.NONE
                .after(refused(NOON.plusSeconds(60), NOON.plusSeconds(61)), TOLERANCE)
                .after(agreed(NOON.plusSeconds(aheadSeconds), NOON.plusSeconds(62)), TOLERANCE);

        assertFalse(consent.agreed());
    }

    @Test
    void shouldEndAWithdrawalByAnAgreementThatWasGivenAfterItArrived() {
        Consent withdrawn = Consent.NONE.after(refused(NOON, NOON.plusSeconds(10)), TOLERANCE);

        assertFalse(withdrawn
                .after(agreed(NOON.plusSeconds(10), NOON.plusSeconds(20)), TOLERANCE)
                .agreed());
        assertTrue(withdrawn
                .after(agreed(NOON.plusSeconds(11), NOON.plusSeconds(20)), TOLERANCE)
                .agreed());
    }

    @Test
    void shouldCountAWithdrawalOfAFastClockFromItsBusinessTime() {
        Consent withdrawn = Consent.NONE.after(refused(NOON.plusSeconds(600), NOON), TOLERANCE);

        assertFalse(withdrawn
                .after(agreed(NOON.plusSeconds(599), NOON.plusSeconds(700)), TOLERANCE)
                .agreed());
        assertTrue(withdrawn
                .after(agreed(NOON.plusSeconds(601), NOON.plusSeconds(700)), TOLERANCE)
                .agreed());
    }

    @Test
    void shouldBelieveAClockThatIsAheadALittleOnlyWhenThatCannotMatter() {
        Consent withdrawn = Consent.NONE.after(refused(NOON, NOON), TOLERANCE);

        assertFalse(withdrawn
                .after(agreed(NOON.plusSeconds(59), NOON.plusSeconds(30)), TOLERANCE)
                .agreed());
        assertTrue(withdrawn
                .after(agreed(NOON.plusSeconds(3_602), NOON.plusSeconds(3_600)), TOLERANCE)
                .agreed());
    }

    @Test
    void shouldCountAnOldWithdrawalFromItsArrivalOn() {
        Consent consent = Consent.NONE
                .after(agreed(NOON, NOON), TOLERANCE)
                .after(refused(NOON.minusSeconds(86_400), NOON.plusSeconds(10)), TOLERANCE);

        assertEquals(new Consent(false, NOON.plusSeconds(10)), consent);
    }

    @Test
    void shouldWithdrawNothingByARegistrationThatDoesNotAgree() {
        assertEquals(Consent.NONE, Consent.NONE.after(change(false, true, NOON, NOON), TOLERANCE));
        assertFalse(Consent.NONE
                .after(agreed(NOON, NOON), TOLERANCE)
                .after(change(false, true, NOON.plusSeconds(10), NOON.plusSeconds(10)), TOLERANCE)
                .agreed());
    }

    private static ContactChange agreed(Instant occurredAt, Instant receivedAt) {
        return change(true, false, occurredAt, receivedAt);
    }

    private static ContactChange refused(Instant occurredAt, Instant receivedAt) {
        return change(false, false, occurredAt, receivedAt);
    }

    private static ContactChange change(boolean agrees, boolean registration, Instant occurredAt, Instant receivedAt) {
        return new ContactChange(
                MemberId.of("crm:00017"),
                new MemberProfile(null, null, agrees, null, null, null),
                registration,
                "/crm",
                occurredAt,
                receivedAt,
                new UUID(0, 1));
    }
}
