package dev.lodestone.devstack.launcher;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes every mail that the suite sends and keeps it as a file, one for each recipient; nothing leaves the machine. The
 * file's name ends with the recipient's address, so that users and tests find it.
 */
final class MailSink implements AutoCloseable {

    private final Path folder;
    private final GreenMail server;
    private final AtomicLong sequence = new AtomicLong();

    private MailSink(Path folder, GreenMail server) {
        this.folder = folder;
        this.server = server;
    }

    static MailSink start(Path folder, int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        MailSink sink = new MailSink(folder, server);
        server.start();
        UserManager users = server.getManagers().getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> sink.keep(users, message, recipient));
        return sink;
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser keep(UserManager users, MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        String address = recipient.getEmail();
        Path file = folder.resolve(fileName(address));
        Path draft = folder.resolve(file.getFileName() + ".new");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                message.getMessage().writeTo(out);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The sender gets an error answer and keeps the mail.
            throw new MessagingException("The mail could not be kept", e);
        }
        GreenMailUser known = users.getUserByEmail(address);
        return known == null ? users.createUser(address, address, address) : known;
    }

    private String fileName(String address) {
        String harmless = address.replaceAll("[^A-Za-z0-9@._+-]", "_");
        return Instant.now().toString().replace(':', '-') + "-" + sequence.incrementAndGet() + "-" + harmless + ".eml";
    }
}
