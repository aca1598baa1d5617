package dev.lodestone.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The permissions of the service's database role. */
@QuarkusTest
class DatabaseRoleComponentTest {
    private static final String DENIED = "permission denied for table ";
    private static final String NOT_OWNER = "must be owner of table ";

    @ParameterizedTest
    @ValueSource(strings = {"posting", "sealed_block", "sealed_audit_block", "sealing_key", "audit_entry"})
    void shouldOnlyInsertIntoPermanentTables(String table) {
        assertDenied("delete from " + table, DENIED + table);
        assertDenied("truncate " + table, DENIED + table);
        assertDenied("update " + table + " set " + column(table) + " = " + column(table), DENIED + table);
        assertDenied("alter table " + table + " disable trigger all", NOT_OWNER + table);
        assertDenied("drop table " + table, NOT_OWNER + table);
    }

    @Test
    void shouldNotCreateTablesOrBecomeTheOwner() {
        assertDenied("create table mine (id int)", "permission denied for schema public");
        assertDenied("set role postgres", "permission denied to set role");
        assertDenied("set session_replication_role = replica", "permission denied to set parameter");
        assertDenied("update flyway_schema_history set success = true", DENIED + "flyway_schema_history");
    }

    @Test
    void shouldHaveRowPermissionsOnAllOtherTables() {
        List<List<Object>> lacking = Database.rows("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
                  and not (has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert')
                           and (obj_description(oid, 'pg_class') like 'append-only%'
                                or has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete')))
                """);

        assertThat(lacking).isEmpty();
    }

    private void assertDenied(String statement, String message) {
        assertThatThrownBy(() -> Database.update(statement)).hasMessageContaining(message);
    }

    private String column(String table) {
        return (String) Database.rows(
                        "select column_name::text from information_schema.columns where table_name = ? order by ordinal_position limit 1",
                        table)
                .getFirst()
                .getFirst();
    }
}
