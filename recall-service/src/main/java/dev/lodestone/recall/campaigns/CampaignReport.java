package dev.lodestone.recall.campaigns;

import dev.lodestone.recall.channels.EmailState;
import dev.lodestone.recall.offers.Arm;
import dev.lodestone.recall.offers.ArmCounts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign does.
 *
 * @param eligible who were picked by any run; the sum of {@code treated} and {@code heldOut}
 * @param contacted whose email the mail server took
 * @param pending whose email is still to be sent
 * @param failed whose email the mail server refused, or could not be sent for too long
 * @param unknown of whose email it cannot be told whether the mail server took it; it is not sent again by itself
 * @param cancelled whose email was withdrawn, since they came back first or no longer agree
 * @param treatedReturned of the treated, who came back in time, written to or not
 * @param heldOutReturned of those held out, who came back in the same time
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
