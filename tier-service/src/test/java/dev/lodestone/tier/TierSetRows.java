package dev.lodestone.tier;

import dev.lodestone.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Rows of tier sets that no endpoint would write, such as faulty ones; the owner of the tables may do so. */
public final class TierSetRows {
    private TierSetRows() {}

    /** Publishes a changed copy of version 1 as version {@code number}, in force since the beginning of 2026. */
    public static void publish(int number, String changedDocument) {
        change("insert into tier_set_version (version, effective_from, document) select " + number
                + ", timestamptz '2026-01-01 00:00:00+00', (" + changedDocument
                + ")::text from (select document::jsonb as document from tier_set_version where version = 1) as first");
    }

    /** Changes the document of every version. */
    public static void spoil(String changedDocument) {
        change("update tier_set_version set document = (select (" + changedDocument
                + ")::text from (select tier_set_version.document::jsonb as document) as stored)");
    }

    /** Deletes all versions but the first, and makes that one what it was at the beginning. */
    public static void restore() {
        change(
                "delete from tier_set_version where version > 1",
                "update tier_set_version set document = jsonb_set(document::jsonb, '{cycle}', 'null')::text where version = 1");
    }

    private static void change(String... statements) {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table tier_set_version disable trigger tier_set_version_is_immutable");
            for (String change : List.of(statements)) {
                statement.execute(change);
            }
            statement.execute("alter table tier_set_version enable trigger tier_set_version_is_immutable");
            owner.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
