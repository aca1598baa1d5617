package dev.lodestone.recall;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real mail server that a test may stop and start again; what arrived is kept over a stop. */
public final class SmtpServer implements QuarkusTestResourceLifecycleManager {
    private final List<MimeMessage> before = new ArrayList<>();
    private int port;
    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        server.start();
        port = server.getSmtp().getPort();
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(port),
                "lodestone.channels.email.interval", "0.2s",
                "lodestone.channels.email.retry-pause", "200ms",
                "lodestone.channels.email.retry-pause-max", "500ms",
                "lodestone.channels.email.attempts-max", "1000");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(SmtpServer.class));
    }

    public void goDown() {
        before.addAll(Arrays.asList(server.getReceivedMessages()));
        server.stop();
    }

    public void comeBack() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** All emails to {@code address} so far. */
    public List<MimeMessage> to(String address) {
        List<MimeMessage> all = new ArrayList<>(before);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        return all.stream().filter(message -> isTo(message, address)).toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
