package org.serviceexchange.workshop.move.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.workshop.ProcessVersions;
import org.serviceexchange.workshop.move.CaseMover;
import org.serviceexchange.workshop.move.MoveCases;
import org.serviceexchange.workshop.move.MovePlan;
import org.serviceexchange.workshop.move.MovedCase;
import org.serviceexchange.workshop.move.MovedCase.Result;
import org.serviceexchange.workshop.move.Rounds;
import org.serviceexchange.workshop.move.RunMoves;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody stops a move, or takes it back, while a wave of it runs. */
class StoppedMovesTest {

    private static final MovePlan PLAN = new MovePlan("small", 1, 2, "small:1", "small:2");

    private final Engine engine = new Engine();
    private JdbcMoves moves;
    private MoveCases moveCases;
    private RunMoves runMoves;

    static List<DataSource> databases() {
        return BothDatabases.named("stopped_moves");
    }

    private void on(DataSource database) {
        moves = JdbcMovesTest.empty(database);
        ProcessVersions versions = mock();
        when(versions.model(any()))
                .thenReturn("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
                        + "<process id=\"small\"/></definitions>");
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        moveCases = new MoveCases(moves, engine, versions, transaction, Clock.systemUTC());
        runMoves = new RunMoves(moves, moveCases, engine, mock(), mock(), transaction);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void noCaseMovesOnceTheMoveIsStopped(DataSource database) {
        on(database);
        String number = moveCases.start(PLAN, "ada");
        engine.meanwhile = instance -> moveCases.stop(number);
        Rounds.run(runMoves);
        assertThat(engine.versions).isEqualTo(Map.of("i1", "small:2", "i2", "small:1"));
        assertThat(moves.counts(number)).isEqualTo(Map.of(Result.MOVED, 1L, Result.WAITING, 1L));
    }

    /** The case that is being moved while somebody takes the move back goes back with the others. */
    @Test
    void everyCaseOfAMoveThatIsTakenBackGoesBack() throws Exception {
        DataSource database = databases().get(0);
        on(database);
        JdbcClient.create(database).sql("set default_lock_timeout 60000").update();
        String number = moveCases.start(PLAN, "ada");
        FutureTask<String> undo = new FutureTask<>(() -> moveCases.undo(number, "bob"));
        Thread other = new Thread(undo);
        engine.meanwhile = instance -> {
            if (instance.equals("i2")) {
                other.start();
                while (!undo.isDone() && other.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
            }
        };
        Rounds.run(runMoves);
        assertThat(moves.cases(undo.get(), Result.WAITING, 9))
                .extracting(MovedCase::instance)
                .containsExactly("i1", "i2");
        engine.meanwhile = instance -> {};
        Rounds.run(runMoves);
        assertThat(engine.versions).isEqualTo(Map.of("i1", "small:1", "i2", "small:1"));
    }

    /** Two cases, and what happens while one of them moves. */
    private static final class Engine implements CaseMover {

        private final Map<String, String> versions = new TreeMap<>(Map.of("i1", "small:1", "i2", "small:1"));
        private Consumer<String> meanwhile = instance -> {};

        @Override
        public List<MovedCase> running(String definition, int limit) {
            return versions.keySet().stream()
                    .map(one -> new MovedCase(one, "", Result.WAITING, null))
                    .toList();
        }

        @Override
        public Outcome move(MovePlan plan, String instance) {
            meanwhile.accept(instance);
            return versions.replace(instance, plan.fromId(), plan.toId()) ? Outcome.MOVED : Outcome.GONE;
        }

        @Override
        public Optional<LocalizedMessage> objection(MovePlan plan, String instance) {
            return Optional.empty();
        }
    }
}
