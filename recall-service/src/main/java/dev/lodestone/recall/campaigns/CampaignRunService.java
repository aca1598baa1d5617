package dev.lodestone.recall.campaigns;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.recall.channels.EmailMessage;
import dev.lodestone.recall.channels.Template;
import dev.lodestone.recall.contacts.Contact;
import dev.lodestone.recall.contacts.ContactService;
import dev.lodestone.recall.offers.Arm;
import dev.lodestone.recall.offers.HoldOut;
import dev.lodestone.recall.offers.OfferService;
import dev.lodestone.recall.offers.OfferWindow;
import dev.lodestone.recall.offers.Offering;
import dev.lodestone.recall.profile.ProfileService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs a campaign in the caller's transaction: the audience page by page in the order of the member ids, each page a fixed number of
 * statements. It happens whole or, when the process dies, not at all. Of two runs at once the second waits for the first at the first member
 * they share and then finds them taken.
 */
@ApplicationScoped
class CampaignRunService {
    private static final int PAGE = 1000;

    private final CampaignRepository campaigns;
    private final ProfileService profiles;
    private final ContactService contacts;
    private final OfferService offers;
    private final Clock clock;

    CampaignRunService(
            CampaignRepository campaigns,
            ProfileService profiles,
            ContactService contacts,
            OfferService offers,
            Clock clock) {
        this.campaigns = campaigns;
        this.profiles = profiles;
        this.contacts = contacts;
        this.offers = offers;
        this.clock = clock;
    }

    private record Run(CampaignView campaign, LocalDate asOf, Offering offering) {}

    /** @throws ProblemException 400 if {@code asOf} is a day to come */
    Uni<RunView> run(SqlConnection tx, CampaignView campaign, LocalDate asOf, String operator) {
        if (asOf.isAfter(profiles.today())) {
            throw new ProblemException(
                    CampaignProblems.AS_OF_IN_FUTURE, "asOf must be at most " + profiles.today() + ", but was " + asOf);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID runId = Ids.next();
        Run run = new Run(campaign, asOf, offering(campaign, asOf, runId, now));
        return pages(tx, run, null, RunView.started(runId, campaign.id(), asOf))
                .call(done -> campaigns.insertRun(tx, done, operator, now));
    }

    private Offering offering(CampaignView campaign, LocalDate asOf, UUID runId, Instant now) {
        Map<String, String> values = Map.of("bonus", Long.toString(campaign.bonusPoints()));
        EmailMessage message = new EmailMessage(
                campaign.id(),
                new Template(campaign.subject()).fill(values),
                new Template(campaign.body()).fill(values));
        return new Offering(
                campaign.id(),
                runId,
                new HoldOut(campaign.id(), campaign.holdOutPercent()),
                OfferWindow.on(asOf, profiles.zone(), now, campaign.validDays()),
                campaign.bonusPoints(),
                message);
    }

    private Uni<RunView> pages(SqlConnection tx, Run run, @Nullable MemberId after, RunView soFar) {
        return profiles.lockAudience(tx, run.campaign.audience().state(), run.asOf, after, PAGE)
                .chain(page -> enrol(tx, run, page, soFar)
                        .chain(sum ->
                                page.size() < PAGE ? Uni.createFrom().item(sum) : pages(tx, run, page.getLast(), sum)));
    }

    /** Both arms come from those who could be written to; otherwise the arms would differ by more than the email. */
    private Uni<RunView> enrol(SqlConnection tx, Run run, List<MemberId> page, RunView soFar) {
        return contacts.find(tx, page)
                .map(known -> page.stream()
                        .filter(member -> reachable(known.get(member)))
                        .toList())
                .chain(eligible -> offers.enrol(tx, run.offering, eligible)
                        .map(arms -> soFar.plus(
                                eligible.size(),
                                arms.getOrDefault(Arm.HOLD_OUT, 0L),
                                arms.getOrDefault(Arm.TREATMENT, 0L))));
    }

    private static boolean reachable(@Nullable Contact contact) {
        return contact != null && contact.emailAddress() != null;
    }
}
