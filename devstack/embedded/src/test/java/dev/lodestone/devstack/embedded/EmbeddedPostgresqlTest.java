package dev.lodestone.devstack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lodestone.devstack.embedded.EmbeddedPostgresql.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresqlTest {

    @TempDir
    Path folder;

    @Test
    void shouldKeepItsDataAndForceCommitsToTheDiskWhenDurable() throws Exception {
        // Given
        try (EmbeddedPostgresql before = EmbeddedPostgresql.open(folder, 0, Durability.DURABLE)) {
            before.createDatabase("points");
            execute(before, "create table kept (id int primary key)");
        }

        // When
        try (EmbeddedPostgresql after = EmbeddedPostgresql.open(folder, 0, Durability.DURABLE)) {
            after.createDatabase("points");

            // Then
            assertThat(ask(after, "select count(*) from kept")).isEqualTo("0");
            assertThat(ask(after, "show fsync")).isEqualTo("on");
            assertThat(ask(after, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(after, "show server_version")).startsWith("18.");
        }
        assertThat(Postmaster.of(folder)).isEmpty();
    }

    @Test
    void shouldStopAServerThatIsKnownByItsFolderOnly() throws Exception {
        // Given
        EmbeddedPostgresql server = EmbeddedPostgresql.open(folder, 0, Durability.FAST);
        assertThat(ask(server, "postgres", "show fsync")).isEqualTo("off");
        assertThat(Postmaster.of(folder)).isPresent();

        // When
        Postmaster.stop(folder);

        // Then
        assertThat(Postmaster.of(folder)).isEmpty();
        server.close();
    }

    @Test
    void shouldHaveEveryCommitAfterAKillOnTheSamePort() throws Exception {
        // Given
        EmbeddedPostgresql killed = EmbeddedPostgresql.open(folder, 0, Durability.DURABLE);
        killed.createDatabase("points");
        execute(killed, "create table kept as select 17 as id");
        ProcessHandle postmaster = Postmaster.of(folder).orElseThrow();

        // When
        killed.kill();

        // Then
        assertThat(postmaster.isAlive()).isFalse();
        try (EmbeddedPostgresql after = EmbeddedPostgresql.open(folder, killed.port(), Durability.DURABLE)) {
            assertThat(ask(after, "select id from kept")).isEqualTo("17");
        }
    }

    @Test
    void shouldRefuseADatabaseNameThatIsNotAPlainWord() throws Exception {
        try (EmbeddedPostgresql server = EmbeddedPostgresql.open(folder, 0, Durability.FAST)) {
            assertThatIllegalArgumentException().isThrownBy(() -> server.createDatabase("x; drop database points"));
        }
    }

    private static void execute(EmbeddedPostgresql server, String sql) throws SQLException {
        try (Connection connection = connect(server, "points");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgresql server, String sql) throws SQLException {
        return ask(server, "points", sql);
    }

    private static String ask(EmbeddedPostgresql server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgresql server, String database) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(database), EmbeddedPostgresql.USER, EmbeddedPostgresql.PASSWORD);
    }
}
