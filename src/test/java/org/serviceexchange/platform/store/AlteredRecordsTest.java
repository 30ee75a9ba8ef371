package org.serviceexchange.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.Guarantee;
import org.serviceexchange.directory.RoleGrants;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.RecordFinding.What;

/** What another program can do by SQL to rows that decide something, on H2 and on PostgreSQL. */
class AlteredRecordsTest {

    static List<DataSource> databases() {
        return BothDatabases.named("altered");
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Guarantee(
            of = ProtectedTable.class,
            says = "Every column of a row is proved unless the table names it as shown only.")
    void noticesAnEditOfEveryColumn(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        Map<String, String> shownOnly = Map.of("consumer_registration", "name_key", "api_token", "last_used_at");
        for (ProtectedTable table : world.tables()) {
            for (Map.Entry<String, Integer> column : world.columns(table.name()).entrySet()) {
                boolean shown = column.getKey().equals(shownOnly.get(table.name()));
                if (shown) {
                    continue;
                }
                String what = table.name() + "." + column.getKey();
                world.keepCopy(table.name());
                int edited = world.jdbc()
                        .sql("update " + table.name() + " set " + column.getKey() + " = "
                                + other(column.getKey(), column.getValue()))
                        .update();
                assertThat(edited).as(what).isEqualTo(1);
                assertThat(world.read(table.name())).as(what).isNotEqualTo("read");
                assertThat(table.examine(null, 9).findings()).as(what).isNotEmpty();
                world.putCopyBack(table.name());
                assertThat(world.read(table.name())).as(what).isEqualTo("read");
                assertThat(table.examine(null, 9).findings()).as(what).isEmpty();
            }
        }
    }

    private static String other(String column, int type) {
        return switch (type) {
            case Types.VARCHAR ->
                column.equals("company_id")
                        ? "'C2'"
                        : "case when " + column + " is null or " + column + " = '' then 'x' else substring(" + column
                                + " from 2) || case when " + column + " like '%x' then 'y' else 'x' end end";
            case Types.BOOLEAN, Types.BIT -> "not coalesce(" + column + ", false)";
            case Types.INTEGER, Types.BIGINT -> column + " + 1";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                "coalesce(" + column + ", timestamp with time zone '2026-01-01 00:00:00+00') + interval '1' minute";
            case Types.BINARY, Types.VARBINARY -> "cast('other' as bytea)";
            default -> throw new IllegalArgumentException(column + " has the type " + type);
        };
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Guarantee(
            of = ProtectedTable.class,
            says = "A row that was edited, added or put back from an older copy is not read.")
    void noticesAnOlderCopyOfEachRow(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        for (ProtectedTable table : world.changeable()) {
            world.keepCopy(table.name());
            world.change(table.name());
            assertThat(world.read(table.name())).as(table.name()).isEqualTo("read");
            world.putCopyBack(table.name());
            assertThat(world.read(table.name())).as(table.name()).isNotEqualTo("read");
            assertThat(table.examine(null, 9).findings())
                    .as(table.name())
                    .extracting(RecordFinding::what)
                    .containsExactly(What.ALTERED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Guarantee(
            of = ProtectedTable.class,
            says = "A row that was edited, added or put back from an older copy is not read.")
    void noticesARowThatAnotherProgramAdded(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        for (ProtectedTable table : world.tables()) {
            world.keepCopy(table.name());
            world.jdbc()
                    .sql("delete from record_proof where table_name = ?")
                    .param(table.name())
                    .update();
            assertThat(world.read(table.name())).as(table.name()).isNotEqualTo("read");
            assertThat(table.examine(null, 9).findings())
                    .as(table.name())
                    .extracting(RecordFinding::what)
                    .containsExactly(What.ALTERED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Guarantee(of = ProtectedTable.class, says = "A row that was removed is found when the table is examined.")
    void noticesThatARowWasRemovedWithOrWithoutItsProof(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        for (ProtectedTable table : world.tables()) {
            world.jdbc().sql("delete from " + table.name()).update();
            List<RecordFinding> found = table.examine(null, 9).findings();
            assertThat(found)
                    .as(table.name())
                    .extracting(RecordFinding::what)
                    .containsExactly(What.REMOVED, What.NUMBER);
            assertThat(found).noneMatch(table::stands);
            world.jdbc()
                    .sql("delete from record_proof where table_name = ?")
                    .param(table.name())
                    .update();
            assertThat(table.examine(null, 9).findings())
                    .as(table.name())
                    .extracting(RecordFinding::what)
                    .containsExactly(What.NUMBER);
        }
    }

    /** Without proofs and without the note that rows were sealed, the next start must not seal what stands there then. */
    @ParameterizedTest
    @MethodSource("databases")
    void provesNothingAnewWhenTheNoteThatItWasDoneIsGone(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        for (ProtectedTable table : world.tables()) {
            world.jdbc()
                    .sql("update " + table.name() + " set " + ProtectedWorld.DECIDES.get(table.name()))
                    .update();
        }
        world.jdbc().sql("update record_seal set mac = null").update();
        world.start();
        for (ProtectedTable table : world.tables()) {
            assertThat(world.read(table.name())).as(table.name()).isNotEqualTo("read");
            assertThat(table.examine(null, 9).findings())
                    .as(table.name())
                    .extracting(RecordFinding::what)
                    .containsExactly(What.ALTERED, What.NUMBER);
        }
        world.jdbc().sql("delete from record_seal").update();
        world.start();
        assertThat(world.tables())
                .allMatch(table -> !table.examine(null, 9).findings().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusesAnAlteredRecordAndGoesOnWithTheOthers(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        world.addAnotherRegistration();
        world.jdbc()
                .sql("update consumer_registration set state = 'CLOSED_COMPLETE' where number = ?")
                .param(ProtectedWorld.REGISTRATION)
                .update();
        assertThatThrownBy(() -> world.lockRegistration(ProtectedWorld.REGISTRATION))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_ALTERED))
                .hasMessage(
                        "The record REG0001001 in the table consumer_registration is not as this application wrote it:"
                                + " it was changed outside, or an older copy was put back."
                                + " Restore the record from a backup, together with its row in record_proof, and find out who changed it.");
        assertThat(world.lockRegistration(ProtectedWorld.OTHER_REGISTRATION))
                .isEqualTo(ProtectedWorld.OTHER_REGISTRATION);
        assertThat(world.listedRegistrations()).containsExactly(ProtectedWorld.OTHER_REGISTRATION);
        assertThat(world.refused())
                .containsExactly(new RecordFinding("consumer_registration", ProtectedWorld.REGISTRATION, What.ALTERED));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesAndGivesARoleAndHonoursNoMembershipPutBackBetween(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        Supplier<?> groups = () -> world.grants().groupsOf("abel");
        world.grants().revoke("abel", List.of("contact", "never had"));
        assertThat(groups.get()).isEqualTo(Set.of());
        assertThat(world.memberships().examine(null, 9).findings())
                .containsExactly(new RecordFinding("act_id_membership", "abel contact", What.ADDED));
        world.grants().grant("abel", List.of("contact"));
        assertThat(groups.get()).isEqualTo(Set.of("contact"));
        assertThat(world.memberships().examine(null, 9).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Guarantee(
            of = RoleGrants.class,
            says = "A membership that another program wrote into the engine's tables gives no role.")
    void honoursNoMembershipThatNobodyGranted(DataSource database) {
        ProtectedWorld world = new ProtectedWorld(database);
        Supplier<?> groups = () -> world.grants().groupsOf("abel");
        assertThat(groups.get()).isEqualTo(Set.of("contact"));
        world.jdbc()
                .sql("insert into act_id_membership values ('abel', 'admin')")
                .update();
        assertThat(groups.get()).isEqualTo(Set.of("contact"));
        RecordFinding found = new RecordFinding("act_id_membership", "abel admin", What.ADDED);
        assertThat(world.memberships().examine(null, 9).findings()).containsExactly(found);
        assertThat(world.memberships().stands(found)).isFalse();
        world.jdbc()
                .sql("insert into role_grant (id, user_id, group_id) values ('abel admin', 'abel', 'admin')")
                .update();
        assertThat(groups.get()).isEqualTo(Set.of("contact"));
        world.jdbc()
                .sql("delete from act_id_membership where group_id_ = 'contact'")
                .update();
        assertThat(groups.get()).isEqualTo(Set.of());
    }
}
