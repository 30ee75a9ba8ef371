package org.serviceexchange.workshop.move.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.workshop.move.CaseMove;
import org.serviceexchange.workshop.move.MovePlan;
import org.serviceexchange.workshop.move.MovedCase;
import org.serviceexchange.workshop.move.MovedCase.Result;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcMovesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123Z");
    private static final MovePlan PLAN = new MovePlan("small", 1, 2, "small:1", "small:2");

    static List<DataSource> databases() {
        return BothDatabases.named("process_moves");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsMovesAndWhatBecameOfEachCase(DataSource database) {
        JdbcMoves moves = empty(database);
        CaseMove first = new CaseMove("PMM0001001", PLAN, "ada", NOW, CaseMove.State.RUNNING, null);
        CaseMove undo = new CaseMove("PMM0001002", PLAN, "bob", NOW, CaseMove.State.RUNNING, "PMM0001001");
        MovedCase one = new MovedCase("i1", "REG0001001", Result.WAITING, null);
        MovedCase two = new MovedCase("i2", "", Result.WAITING, null);
        moves.add(first, List.of(one, two));
        moves.add(undo, List.of());
        assertThat(moves.find("PMM0001002")).contains(undo);
        assertThat(moves.lock("PMM0001002")).contains(undo);
        assertThat(moves.lock("PMM0001003")).isEmpty();
        assertThat(moves.of("small", 9)).containsExactly(undo, first);
        assertThat(moves.of("other", 9)).isEmpty();
        assertThat(moves.cases("PMM0001001", Result.WAITING, 9)).containsExactly(one, two);
        assertThat(moves.lockWaiting("PMM0001001", "i1")).isTrue();
        MovedCase refused = new MovedCase(
                "i1",
                "REG0001001",
                Result.REFUSED,
                LocalizedMessage.of("workshop.move.refused.noPlace", "Match contact", 2));
        moves.save("PMM0001001", refused);
        assertThat(moves.lockWaiting("PMM0001001", "i1")).isFalse();
        assertThat(moves.lockWaiting("PMM0001001", "gone")).isFalse();
        assertThat(moves.cases("PMM0001001", Result.REFUSED, 9))
                .singleElement()
                .satisfies(kept -> assertThat(kept.finding().inDefault())
                        .isEqualTo("It stands at “Match contact”, which version 2 does not have."));
        assertThat(moves.counts("PMM0001001")).isEqualTo(Map.of(Result.WAITING, 1L, Result.REFUSED, 1L));
        moves.save(new CaseMove("PMM0001001", PLAN, "ada", NOW, CaseMove.State.DONE, null));
        assertThat(moves.running()).containsExactly(undo);
    }

    /** Without moves; its numbers are counted from the first. */
    static JdbcMoves empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of("process_move", "process_move_case", "number_range")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        jdbc.sql("create table number_range (prefix varchar(3), next_number bigint)")
                .update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V175__process_moves.sql")).execute(database);
        return new JdbcMoves(jdbc, new Numbers() {
            private int last = 1000;

            @Override
            public String next(String prefix) {
                return prefix + "000" + ++last;
            }

            @Override
            public void lock(String prefix) {
                throw new UnsupportedOperationException();
            }
        });
    }
}
