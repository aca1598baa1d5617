package dev.lodestone.recall.runs;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.ClaimLostException;
import dev.lodestone.recall.campaigns.CampaignView;
import dev.lodestone.recall.channels.EmailMessage;
import dev.lodestone.recall.channels.Template;
import dev.lodestone.recall.contacts.Contact;
import dev.lodestone.recall.contacts.ContactService;
import dev.lodestone.recall.offers.Arm;
import dev.lodestone.recall.offers.HoldOut;
import dev.lodestone.recall.offers.OfferService;
import dev.lodestone.recall.offers.OfferWindow;
import dev.lodestone.recall.offers.Offering;
import dev.lodestone.recall.profile.AudiencePage;
import dev.lodestone.recall.profile.ProfileService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Processes one page of a run in one transaction: a fixed number of profiles by member id, with a fixed number of statements.
 * Participants, offers, emails and the progress of the run are committed together, so no member is enrolled twice or missed.
 */
@ApplicationScoped
class RunPageService {
    private final RunRepository runs;
    private final ProfileService profiles;
    private final ContactService contacts;
    private final OfferService offers;
    private final RunsConfig config;
    private final Clock clock;

    RunPageService(
            RunRepository runs,
            ProfileService profiles,
            ContactService contacts,
            OfferService offers,
            RunsConfig config,
            Clock clock) {
        this.runs = runs;
        this.profiles = profiles;
        this.contacts = contacts;
        this.offers = offers;
        this.config = config;
        this.clock = clock;
    }

    /** @throws ClaimLostException if the run was cancelled, or given to another process, meanwhile */
    Uni<Void> work(SqlConnection tx, ClaimedRun run, CampaignView campaign) {
        return profiles.lockAudience(tx, campaign.audience().state(), run.asOf(), run.last(), config.pageSize())
                .chain(page -> enrol(tx, offering(run, campaign), page)
                        .chain(counts -> runs.advance(tx, run, counts, page.last(), clock.instant())))
                .invoke(held -> {
                    if (!held) {
                        throw new ClaimLostException(run.id());
                    }
                })
                .replaceWithVoid();
    }

    private Offering offering(ClaimedRun run, CampaignView campaign) {
        Map<String, String> values = Map.of("bonus", Long.toString(campaign.bonusPoints()));
        EmailMessage message = new EmailMessage(
                campaign.id(),
                new Template(campaign.subject()).fill(values),
                new Template(campaign.body()).fill(values));
        return new Offering(
                campaign.id(),
                run.id(),
                new HoldOut(campaign.id(), campaign.holdOutPercent()),
                OfferWindow.on(run.asOf(), profiles.zone(), run.startedAt(), campaign.validDays()),
                campaign.bonusPoints(),
                message);
    }

    /** Both arms consist of members who can get a message; otherwise the arms would differ by more than the email. */
    private Uni<PageCounts> enrol(SqlConnection tx, Offering offering, AudiencePage page) {
        return contacts.find(tx, page.members())
                .map(known -> reachable(page.members(), known))
                .chain(eligible -> offers.enrol(tx, offering, eligible).map(arms -> counts(eligible, arms)));
    }

    private static List<MemberId> reachable(List<MemberId> members, Map<MemberId, Contact> known) {
        return members.stream().filter(member -> isReachable(known.get(member))).toList();
    }

    private static PageCounts counts(List<MemberId> eligible, Map<Arm, Long> arms) {
        return new PageCounts(
                eligible.size(), arms.getOrDefault(Arm.HOLD_OUT, 0L), arms.getOrDefault(Arm.TREATMENT, 0L));
    }

    private static boolean isReachable(@Nullable Contact contact) {
        return contact != null && contact.emailAddress() != null;
    }
}
