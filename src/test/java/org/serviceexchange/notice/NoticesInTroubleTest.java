package org.serviceexchange.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;

/** One notice that cannot be sent, or has waited for long, does not hinder the others. */
class NoticesInTroubleTest {

    private static final LocalizedMessage ACTIVE = LocalizedMessage.of("provider.note.active", "CCN0001001");

    private NoticeWorld world;

    static List<DataSource> databases() {
        return BothDatabases.named("noticesintrouble");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anAlteredRecordDoesNotHinderTheOthers(DataSource database) {
        world = new NoticeWorld(database);
        world.happens(NoticeWorld.ALTERED, "", ACTIVE);
        world.happens("REG0001001", "", ACTIVE);
        world.round();
        assertThat(world.server.getReceivedMessages())
                .as("to Paula and the team")
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatFailsUnexpectedlyIsGivenUpVisiblyToo(DataSource database) {
        world = new NoticeWorld(database);
        when(world.users.find("broken")).thenThrow(new IllegalStateException());
        world.happens("REG0001001", "broken", ACTIVE);
        roundsUntilGivenUp(2);
        assertThat(world.outbox().givenUp(9))
                .allSatisfy(line -> assertThat(line.why().code()).isEqualTo(ProblemCode.UNEXPECTED));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachLineHasItsOwnAgeAndAllItsTriesOnceMore(DataSource database) {
        world = new NoticeWorld(database);
        world.server.stop();
        world.happens("REG0001001", "", ACTIVE);
        for (int round = 0; round < 20; round++) {
            world.round();
            world.clock.move(Duration.ofHours(3));
        }
        world.happens("REG0001002", "", ACTIVE);
        roundsUntilGivenUp(1);
        assertThat(world.outbox().givenUp(9))
                .extracting(line -> line.event().subject())
                .containsOnly("REG0001001");
        roundsUntilGivenUp(4);

        world.outbox().retry(world.clock.instant());
        world.round();
        assertThat(world.outbox().givenUp(9)).isEmpty();
        roundsUntilGivenUp(4);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void removesWhatWasNeverDistributed(DataSource database) {
        world = new NoticeWorld(database);
        world.happens("REG0001001", "", ACTIVE);
        var now = world.clock.instant();
        assertThat(world.outbox().purge(now)).isZero();
        assertThat(world.outbox().purge(now.plusSeconds(1))).isEqualTo(1);
        world.round();
        assertThat(world.server.getReceivedMessages()).isEmpty();
    }

    private void roundsUntilGivenUp(int lines) {
        int rounds = 0;
        while (world.outbox().givenUp(9).size() < lines) {
            assertThat(++rounds).isLessThan(60);
            world.round();
            world.clock.move(Duration.ofHours(3));
        }
    }
}
