package dev.lodestone.recall.campaigns;

import dev.lodestone.recall.channels.EmailState;
import dev.lodestone.recall.offers.Arm;
import dev.lodestone.recall.offers.ArmCounts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of a campaign so far. The figures count members.
 *
 * @param eligible selected by any run; the sum of {@code treated} and {@code heldOut}
 * @param contacted the mail server accepted the email
 * @param pending the email is not sent yet
 * @param failed the mail server rejected the email, or it could not be sent in time
 * @param unknown it is unknown whether the mail server accepted the email; it is never sent again automatically
 * @param cancelled the email was withdrawn, because the member returned first or no longer consents
 * @param treatedReturned treated members who returned in time, with or without an email
 * @param heldOutReturned held-out members who returned in the same period
 * @param treatedReturnRate share from 0 to 1; null without members
 * @param heldOutReturnRate share from 0 to 1; null without members
 */
@RegisterForReflection
public record CampaignReport(
        long eligible,
        long treated,
        long heldOut,
        long contacted,
        long pending,
        long failed,
        long unknown,
        long cancelled,
        long treatedReturned,
        long heldOutReturned,
        @Nullable Double treatedReturnRate,
        @Nullable Double heldOutReturnRate) {

    static CampaignReport of(Map<Arm, ArmCounts> arms, Map<EmailState, Long> emails) {
        ArmCounts treated = arms.getOrDefault(Arm.TREATMENT, ArmCounts.NONE);
        ArmCounts heldOut = arms.getOrDefault(Arm.HOLD_OUT, ArmCounts.NONE);
        return new CampaignReport(
                treated.members() + heldOut.members(),
                treated.members(),
                heldOut.members(),
                emails.getOrDefault(EmailState.SENT, 0L),
                emails.getOrDefault(EmailState.QUEUED, 0L) + emails.getOrDefault(EmailState.SENDING, 0L),
                emails.getOrDefault(EmailState.FAILED, 0L),
                emails.getOrDefault(EmailState.UNKNOWN, 0L),
                emails.getOrDefault(EmailState.CANCELLED, 0L),
                treated.returned(),
                heldOut.returned(),
                rate(treated),
                rate(heldOut));
    }

    private static @Nullable Double rate(ArmCounts arm) {
        return arm.members() == 0 ? null : (double) arm.returned() / arm.members();
    }
}
