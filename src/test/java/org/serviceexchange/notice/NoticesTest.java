package org.serviceexchange.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;

/** From an entry of a journal to the e-mail, and what becomes of it if nobody takes it. */
class NoticesTest {

    private static final String NUMBER = "REG0001001";
    private static final String PAULA = "paula@provider.example";
    private static final LocalizedMessage ACTIVE = LocalizedMessage.of("provider.note.active", "CCN0001001");
    private static final LocalizedMessage MISMATCH = LocalizedMessage.of("provider.note.mismatch");

    private NoticeWorld world;

    static List<DataSource> databases() {
        return BothDatabases.named("notices");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsOnceWhoBeganItAndTheTeam(DataSource database) throws MessagingException {
        world = new NoticeWorld(database);
        world.happens(NUMBER, "", ACTIVE);
        world.happens(NUMBER, "", LocalizedMessage.of("provider.note.allowed"));
        world.isRolledBack("REG0001009", ACTIVE);
        world.round();
        world.round();
        assertThat(recipients()).containsExactlyInAnyOrder(PAULA, NoticeWorld.TEAM);
        MimeMessage mail = to(PAULA).get(0);
        assertThat(mail.getSubject()).isEqualTo("Connected: REG0001001 (test)");
        assertThat(text(mail))
                .contains(
                        "Connected – REG0001001\nThe connection CCN0001001 is active in both directions.\n",
                        "/registrations/REG0001001\n",
                        "Choose\nwhat you hear here:\nhttps://provider.example.com/notices\n")
                .doesNotContain("REG0001009", "allowed the key exchange", "??");
        assertThat(text(to(NoticeWorld.TEAM).get(0))).doesNotContain("/notices");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sendsAtMostOneMailAnHourWithAllThatCameInBetween(DataSource database) throws MessagingException {
        world = new NoticeWorld(database);
        world.happens(NUMBER, "", ACTIVE);
        world.round();
        IntStream.range(0, 60).forEach(more -> world.happens("REG00020%02d".formatted(more), "paula", MISMATCH));
        world.clock.move(Duration.ofMinutes(59));
        world.round();
        assertThat(to(PAULA)).hasSize(1);
        world.clock.move(Duration.ofMinutes(2));
        world.round();
        assertThat(to(PAULA)).hasSize(2);
        MimeMessage digest = to(PAULA).get(1);
        assertThat(digest.getSubject()).isEqualTo("60 notices from test");
        assertThat(text(digest))
                .contains("Wrong user – REG0002000\nPaula Provider: Tried to connect,", "REG0002049", "And 10 more:")
                .doesNotContain("REG0002050");
        world.clock.move(Duration.ofHours(2));
        world.round();
        assertThat(to(PAULA)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void speaksTheLanguageOfTheReaderAndOnlyOfWhatTheyWant(DataSource database) throws MessagingException {
        world = new NoticeWorld(database);
        world.choices().save("paula", new NoticeChoice(EnumSet.of(NoticeKind.WRONG_USER), null));
        world.choices().save("paula", new NoticeChoice(EnumSet.of(NoticeKind.WRONG_USER), Locale.GERMAN));
        world.happens(NUMBER, "paula", MISMATCH);
        world.round();
        assertThat(recipients()).containsExactly(NoticeWorld.TEAM);
        world.happens(NUMBER, "", ACTIVE);
        world.round();
        assertThat(to(PAULA).get(0).getSubject()).isEqualTo("Verbunden: REG0001001 (test)");
        assertThat(text(to(PAULA).get(0)))
                .contains("ist in beiden Richtungen aktiv")
                .doesNotContain("??");
    }

    @Guarantee(
            of = NoticeReaders.class,
            says = "Nobody is told anything who may not open the pages of which the notices speak.")
    @ParameterizedTest
    @MethodSource("databases")
    void tellsNobodyWhoMayNotSeeIt(DataSource database) {
        world = new NoticeWorld(database);
        world.happens(NUMBER, "", ACTIVE);
        world.context.getBean(DistributeNotices.class).distribute();
        world.knows("paula", PAULA, Role.KMF_ADMIN);
        world.happens("REG0001002", "", ACTIVE);
        world.round();
        when(world.users.findActive("paula")).thenReturn(Optional.empty());
        world.happens("REG0001003", "", ACTIVE);
        world.round();
        assertThat(recipients()).doesNotContain(PAULA).contains(NoticeWorld.TEAM);
        world.knows("paula", PAULA, Role.ADMIN);
        world.clock.move(Duration.ofDays(1));
        world.round();
        assertThat(to(PAULA)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsOneAddressOnce(DataSource database) {
        world = new NoticeWorld(database);
        world.knows("paula", NoticeWorld.TEAM.toUpperCase(Locale.ROOT), Role.ADMIN);
        world.happens(NUMBER, "", ACTIVE);
        world.round();
        assertThat(recipients()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void triesAgainWithPausesAndGivesUpVisibly(DataSource database) {
        world = new NoticeWorld(database);
        world.server.stop();
        world.happens(NUMBER, "", ACTIVE);
        int rounds = 0;
        while (world.outbox().givenUp(9).size() < 2) {
            assertThat(++rounds).isLessThan(40);
            world.round();
            world.clock.move(Duration.ofHours(3));
        }
        assertThat(rounds).isBetween(12, 30);
        assertThat(world.outbox().givenUp(9)).allSatisfy(line -> {
            assertThat(line.why().code()).isEqualTo(ProblemCode.MAIL_NOT_TAKEN);
            assertThat(line.event().message()).isEqualTo(ACTIVE);
            assertThat(line.event().subject()).isEqualTo(NUMBER);
        });
        world.round();
        assertThat(recipients()).isEmpty();
        world.server.start();
        world.round();
        assertThat(recipients()).isEmpty();
        world.clock.move(Duration.ofDays(31));
        assertThat(world.outbox().purge(world.clock.instant().minus(Duration.ofDays(60))))
                .isZero();
        assertThat(world.outbox().purge(world.clock.instant().minus(Duration.ofDays(30))))
                .isEqualTo(2);
        assertThat(world.outbox().givenUp(9)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void waitsForItsPauseAndIsTakenByOneNode(DataSource database) {
        world = new NoticeWorld(database);
        world.happens(NUMBER, "", ACTIVE);
        world.context.getBean(DistributeNotices.class).distribute();
        var now = world.clock.instant();
        NoticeRecipient paula = NoticeRecipient.user("paula");
        List<NoticeLine> taken = world.outbox().take(paula, now, now.plusSeconds(600));
        assertThat(taken).hasSize(1);
        assertThat(world.outbox().take(paula, now, now.plusSeconds(601))).isEmpty();
        assertThat(world.outbox().ready(now, now, 9)).doesNotContain(paula);
        assertThat(world.outbox().ready(now.plusSeconds(600), now, 9)).contains(paula);
    }

    private Set<String> recipients() {
        return Arrays.stream(world.server.getReceivedMessages())
                .map(NoticesTest::recipient)
                .collect(java.util.stream.Collectors.toSet());
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(world.server.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The readable text of the whole message. */
    private static String text(MimeMessage mail) {
        try {
            var parts = (jakarta.mail.Multipart) mail.getContent();
            return plain(parts).replace("\r\n", "\n");
        } catch (java.io.IOException | MessagingException e) {
            throw new IllegalStateException(GreenMailUtil.getBody(mail), e);
        }
    }

    private static String plain(jakarta.mail.Multipart parts) throws java.io.IOException, MessagingException {
        for (int index = 0; index < parts.getCount(); index++) {
            var part = parts.getBodyPart(index);
            if (part.isMimeType("text/plain")) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof jakarta.mail.Multipart nested) {
                return plain(nested);
            }
        }
        throw new IllegalStateException("no text");
    }
}
