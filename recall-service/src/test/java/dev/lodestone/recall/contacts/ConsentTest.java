package dev.lodestone.recall.contacts;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Consent.NONE
                        .after(agreed(NOON.plusSeconds(72_000), NOON), TOLERANCE)
                        .agreed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-31_536_000, 0, 90, 72_000, 2_500_000_000L})
    void case16_shouldLetAWithdrawalWinOverAnAgreementThatIsKnown(long aheadSeconds) {
        Consent consent = Consent.NONE
                .after(agreed(NOON.plusSeconds(aheadSeconds), NOON), TOLERANCE)
                .after(refused(NOON.plusSeconds(60), NOON.plusSeconds(61)), TOLERANCE);

        assertThat(consent.agreed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-31_536_000, 0, 61, 90, 119, 72_000, 2_500_000_000L})
    void case16_shouldLetAWithdrawalWinOverAnAgreementThatComesLater(long aheadSeconds) {
        Consent consent = Consent.NONE
                .after(refused(NOON.plusSeconds(60), NOON.plusSeconds(61)), TOLERANCE)
                .after(agreed(NOON.plusSeconds(aheadSeconds), NOON.plusSeconds(62)), TOLERANCE);

        assertThat(consent.agreed()).isFalse();
    }

    @Test
    void shouldEndAWithdrawalByAnAgreementThatWasGivenAfterItArrived() {
        Consent withdrawn = Consent.NONE.after(refused(NOON, NOON.plusSeconds(10)), TOLERANCE);

        assertThat(withdrawn
                        .after(agreed(NOON.plusSeconds(10), NOON.plusSeconds(20)), TOLERANCE)
                        .agreed())
                .isFalse();
        assertThat(withdrawn
                        .after(agreed(NOON.plusSeconds(11), NOON.plusSeconds(20)), TOLERANCE)
                        .agreed())
                .isTrue();
    }

    @Test
    void shouldCountAWithdrawalOfAFastClockFromItsBusinessTime() {
        Consent withdrawn = Consent.NONE.after(refused(NOON.plusSeconds(600), NOON), TOLERANCE);

        assertThat(withdrawn
                        .after(agreed(NOON.plusSeconds(599), NOON.plusSeconds(700)), TOLERANCE)
                        .agreed())
                .isFalse();
        assertThat(withdrawn
                        .after(agreed(NOON.plusSeconds(601), NOON.plusSeconds(700)), TOLERANCE)
                        .agreed())
                .isTrue();
    }

    @Test
    void shouldBelieveAClockThatIsAheadALittleOnlyWhenThatCannotMatter() {
        Consent withdrawn = Consent.NONE.after(refused(NOON, NOON), TOLERANCE);

        assertThat(withdrawn
                        .after(agreed(NOON.plusSeconds(59), NOON.plusSeconds(30)), TOLERANCE)
                        .agreed())
                .isFalse();
        assertThat(withdrawn
                        .after(agreed(NOON.plusSeconds(3_602), NOON.plusSeconds(3_600)), TOLERANCE)
                        .agreed())
                .isTrue();
    }

    @Test
    void shouldCountAnOldWithdrawalFromItsArrivalOn() {
        Consent consent = Consent.NONE
                .after(agreed(NOON, NOON), TOLERANCE)
                .after(refused(NOON.minusSeconds(86_400), NOON.plusSeconds(10)), TOLERANCE);

        assertThat(consent).isEqualTo(new Consent(false, NOON.plusSeconds(10)));
    }

    @Test
    void shouldWithdrawNothingByARegistrationThatDoesNotAgree() {
        assertThat(Consent.NONE.after(change(false, true, NOON, NOON), TOLERANCE))
                .isEqualTo(Consent.NONE);
        assertThat(Consent.NONE
                        .after(agreed(NOON, NOON), TOLERANCE)
                        .after(change(false, true, NOON.plusSeconds(10), NOON.plusSeconds(10)), TOLERANCE)
                        .agreed())
                .isFalse();
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
