package dev.lodestone.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lodestone.devstack.embedded.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    @TempDir
    Path folder;

    @Test
    void shouldKeepEveryMailAsAFileNamedAfterItsRecipient() throws Exception {
        // Given
        int port = FreePort.find();
        ServerSetup smtp = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

        // When
        try (MailSink sink = MailSink.start(folder, port)) {
            assertThat(sink).isNotNull();
            GreenMailUtil.sendTextEmail(
                    "alice@lodestone.example", "shop@lodestone.example", "Come back", "We miss you", smtp);
            GreenMailUtil.sendTextEmail("alice@lodestone.example", "shop@lodestone.example", "Again", "Still", smtp);
        }

        // Then
        List<Path> mails;
        try (Stream<Path> files = Files.list(folder)) {
            mails = files.sorted().toList();
        }
        assertThat(mails).hasSize(2).allMatch(mail -> mail.toString().endsWith("alice@lodestone.example.eml"));
        assertThat(mails.getFirst()).content().contains("Subject: Come back", "We miss you");
    }
}
