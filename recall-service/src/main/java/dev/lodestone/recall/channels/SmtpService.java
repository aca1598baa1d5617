package dev.lodestone.recall.channels;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.recall.contacts.Contact;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends one email to the mail server and returns the outcome; it never fails. */
@ApplicationScoped
class SmtpService {
    /** Replies that reject this recipient or message permanently; others, such as a failed log-in, may be temporary. */
    private static final Set<Integer> REFUSALS = Set.of(550, 551, 552, 553);

    private final ReactiveMailer mailer;
    private final ChannelsConfig config;

    SmtpService(ReactiveMailer mailer, ChannelsConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    Uni<Delivery> deliver(Claimed email, @Nullable Contact contact) {
        String address = contact == null ? null : contact.emailAddress();
        if (contact == null || address == null) {
            return Uni.createFrom().item(new Delivery.Unwanted("no address or no consent"));
        }
        return mailer.send(mail(email, address, contact.displayName()))
                .<Delivery>map(sent -> new Delivery.Accepted())
                .ifNoItem()
                .after(config.email().timeout())
                .recoverWithItem(() -> new Delivery.Unclear("the mail server did not answer in time"))
                .onFailure()
                .recoverWithItem(SmtpService::judge);
    }

    private Mail mail(Claimed email, String address, @Nullable String displayName) {
        Map<String, String> values = Map.of("name", displayName == null ? config.nameDefault() : displayName);
        return Mail.withText(
                        address,
                        email.message().subject().fill(values).text(),
                        email.message().body().fill(values).text())
                .addHeader("Message-ID", messageId(email, config.email().messageIdDomain()));
    }

    /** The same for every attempt, so that a receiver can drop duplicates. */
    static String messageId(Claimed email, String domain) {
        MemberId member = email.member();
        return "<" + Ids.derived(email.message().id(), member.toString()) + "@" + domain + ">";
    }

    private static Delivery judge(Throwable failure) {
        return switch (failure) {
            case SMTPException reply ->
                REFUSALS.contains(reply.getReplyCode())
                        ? new Delivery.Refused("the mail server replied " + reply.getReplyCode())
                        : new Delivery.Deferred("the mail server replied " + reply.getReplyCode());
            case ConnectException unreachable -> new Delivery.Deferred("the mail server cannot be reached");
            case UnknownHostException unreachable -> new Delivery.Deferred("the mail server's name is not known");
            case IllegalArgumentException invalid -> new Delivery.Refused("the address is not valid");
            default ->
                new Delivery.Unclear(
                        "the connection broke: " + failure.getClass().getSimpleName());
        };
    }
}
