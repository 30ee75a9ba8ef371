package org.serviceexchange.provider.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationMail.Invitation;
import org.serviceexchange.provider.registration.RegistrationMail.Occasion;

/** When the contact is reminded of a link, and by whom. */
class RemindContactTest {

    private static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LIFE = Duration.ofDays(14);

    private final MovableClock clock = MovableClock.standingAt(MADE);
    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final RegistrationMail mail = mock();
    private final Journal journal = mock();
    private final Invitations invitations = mock();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Occasion> sent = new ArrayList<>();
    private final RemindContact remindContact =
            new RemindContact(registrations, invitations, mail, journal, mock(), TestProviderSettings.valid(), clock);

    @BeforeEach
    void anOpenLink() {
        Registration registration = TestRegistrations.open();
        registration.renewLink(new Link("hash", new byte[] {1}, MADE.plus(LIFE)));
        registrations.add(registration);
        when(mail.on()).thenReturn(true);
        doAnswer(call -> sent.add(call.<Invitation>getArgument(0).occasion()))
                .when(mail)
                .send(any(Invitation.class));
        when(invitations.of(any(), any())).thenAnswer(call -> invitation(call.getArgument(1)));
        when(journal.entries(anyString())).thenAnswer(call -> List.copyOf(entries));
        doAnswer(call -> entries.add(new JournalEntry(
                        JournalEntry.Kind.WORK_NOTE,
                        call.getArgument(1),
                        "",
                        call.<LocalizedMessage>getArgument(2),
                        clock.instant())))
                .when(journal)
                .workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
    }

    @Test
    void remindsAfterThreeAndSevenDaysAndOnceMoreBeforeTheEnd() {
        List<Integer> days = new ArrayList<>();
        for (int day = 1; day < 14; day++) {
            clock.move(Duration.ofDays(1));
            int before = sent.size();
            remindContact.remind(NUMBER).record();
            remindContact.remind(NUMBER).record();
            if (sent.size() > before) {
                days.add(day);
            }
        }
        assertThat(days).containsExactly(3, 7, 12);
        assertThat(sent).containsExactly(Occasion.REMINDER, Occasion.REMINDER, Occasion.LAST_REMINDER);
        assertThat(says(2)).isEqualTo("No consumer has used the link yet. It expires on 15 March 2026, 10:00 UTC.");
    }

    @Test
    void asksTheTableUnlessTheSettingsSayWhen() {
        ReminderPlan table = mock();
        ProviderSettings usual = TestProviderSettings.valid();
        ProviderSettings silent = new ProviderSettings(
                usual.linkLife(),
                usual.recheckInterval(),
                usual.taskReminder(),
                usual.taskLife(),
                null,
                null,
                null,
                usual.mailLanguage());
        Instant made = MADE.minus(Duration.ofDays(1));
        entries.add(new JournalEntry(
                JournalEntry.Kind.WORK_NOTE,
                Author.SYSTEM,
                "",
                LocalizedMessage.of("provider.note.open", MADE.plus(LIFE)),
                made));
        when(table.at(MADE, made, MADE.plus(LIFE), 0)).thenReturn(ReminderPlan.Due.REMINDER);
        new RemindContact(registrations, invitations, mail, journal, table, silent, clock)
                .remind(NUMBER)
                .record();
        assertThat(sent).as("what the journal says of the link is handed in").containsExactly(Occasion.REMINDER);
        when(table.at(MADE, made, MADE.plus(LIFE), 1)).thenReturn(ReminderPlan.Due.LAST_REMINDER);
        new RemindContact(registrations, invitations, mail, journal, table, silent, clock)
                .remind(NUMBER)
                .record();
        assertThat(sent).containsExactly(Occasion.REMINDER, Occasion.LAST_REMINDER);
    }

    @Test
    void startsAnewWithANewLink() {
        clock.move(Duration.ofDays(4));
        remindContact.remind(NUMBER).record();
        Registration registration = registrations.lock(NUMBER);
        registration.renewLink(new Link(
                "newer",
                new byte[] {1},
                clock.instant().plus(Duration.ofHours(1)).plus(LIFE)));
        registrations.save(registration);
        clock.move(Duration.ofDays(2));
        remindContact.remind(NUMBER).record();
        assertThat(sent).hasSize(1);
        clock.move(Duration.ofDays(2));
        remindContact.remind(NUMBER).record();
        assertThat(sent).hasSize(2);
    }

    @Test
    void stopsWhenAConsumerOpenedTheLinkOrItEnded() {
        Registration registration = registrations.lock(NUMBER);
        registration.claimed(
                TestRegistrations.claim("thumbprint"), registration.request().consumerUrl(), MADE);
        registrations.save(registration);
        clock.move(Duration.ofDays(8));
        remindContact.remind(NUMBER).record();
        assertThat(sent).isEmpty();
        assertThatThrownBy(() -> remindContact.now(NUMBER, "paula"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.LINK_NOT_OPEN));
    }

    @Test
    void isTheAdminsTurnWhenMailIsOffOrDoesNotTakeIt() {
        clock.move(Duration.ofDays(3));
        doThrow(new DeliveryFailed(new Problem(ProblemCode.MAIL_NOT_TAKEN, "smtp", "550 no such user")))
                .when(mail)
                .send(any(Invitation.class));
        remindContact.remind(NUMBER).record();
        assertThat(registrations.lock(NUMBER).snapshot().pendingOn()).isEqualTo(PendingOn.US);
        assertThat(says(0)).contains("could not be reminded of the link.", "550 no such user", "by a way you trust");
        remindContact.remind(NUMBER).record();
        assertThat(entries).hasSize(1);

        Registration registration = registrations.lock(NUMBER);
        registration.linkUnsent(false);
        registrations.save(registration);
        when(mail.on()).thenReturn(false);
        clock.move(Duration.ofDays(1));
        remindContact.remind(NUMBER).record();
        assertThat(entries).as("the admin did it").hasSize(1);
        clock.move(Duration.ofDays(3));
        remindContact.remind(NUMBER).record();
        assertThat(registrations.lock(NUMBER).snapshot().pendingOn()).isEqualTo(PendingOn.US);
        assertThat(says(1)).startsWith("No consumer has used the link yet, and mail is off on this instance.");
    }

    @Test
    void theLastReminderBecomesTheAdminsTurnOnce() {
        doThrow(new DeliveryFailed(new Problem(ProblemCode.MAIL_NOT_TAKEN, "smtp", "550 no such user")))
                .when(mail)
                .send(any(Invitation.class));
        clock.move(Duration.ofDays(12));
        for (int day = 0; day < 2; day++) {
            remindContact.remind(NUMBER).record();
            Registration registration = registrations.lock(NUMBER);
            registration.linkUnsent(false);
            registrations.save(registration);
            clock.move(Duration.ofHours(20));
        }
        assertThat(entries).hasSize(1);
    }

    @Test
    void saysToTheAdminThatTheServerWantsItLater() {
        doThrow(new DeliveryPostponed(new Problem(ProblemCode.MAIL_POSTPONED, "smtp", "451 later")))
                .when(mail)
                .send(any(Invitation.class));
        assertThatThrownBy(() -> remindContact.now(NUMBER, "paula"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.MAIL_POSTPONED));
    }

    @Test
    void comesAgainWhenTheServerAsksForThat() {
        clock.move(Duration.ofDays(3));
        doThrow(new DeliveryPostponed(new Problem(ProblemCode.MAIL_POSTPONED, "smtp", "451 later")))
                .when(mail)
                .send(any(Invitation.class));
        remindContact.remind(NUMBER).record();
        assertThat(entries).isEmpty();
        assertThat(registrations.lock(NUMBER).snapshot().pendingOn()).isEqualTo(PendingOn.THEM);
    }

    @Test
    void remindsNowForAnAdmin() {
        remindContact.now(NUMBER, "paula").record();
        assertThat(sent).containsExactly(Occasion.REMINDER);
        assertThat(entries.get(0).author()).isEqualTo(Author.of("paula"));
        assertThat(says(0)).isEqualTo("The contact was reminded of the link: Carla <carla@acme.example>.");
        when(mail.on()).thenReturn(false);
        assertThatThrownBy(() -> remindContact.now(NUMBER, "paula")).isInstanceOf(Problem.class);
    }

    @Test
    void saysBeforehandWhyAnAdminCannotRemind() {
        assertThat(remindContact.obstacle(registrations.lock(NUMBER))).isEmpty();
        when(mail.on()).thenReturn(false);
        assertThat(obstacleAfter(registration -> {})).isEqualTo("mail is off on this instance");
        when(mail.on()).thenReturn(true);
        assertThat(obstacleAfter(registration -> registration.linkUnsent(true)))
                .isEqualTo("its link waits for an admin to send it");
        assertThat(obstacleAfter(registration -> registration.claimed(
                        TestRegistrations.claim("thumbprint"),
                        registration.request().consumerUrl(),
                        MADE)))
                .isEqualTo("a consumer has claimed it already");
        assertThat(obstacleAfter(registration -> registration.close(ClosingReason.CANCELLED)))
                .isEqualTo(TestRegistrations.cancelled().snapshot().label().inDefault());
    }

    /** Each change comes on top of the ones before. */
    private String obstacleAfter(Consumer<Registration> change) {
        Registration registration = registrations.lock(NUMBER);
        change.accept(registration);
        registrations.save(registration);
        LocalizedMessage why = remindContact.obstacle(registration).orElseThrow();
        assertThatThrownBy(() -> remindContact.now(NUMBER, "paula")).isInstanceOf(Problem.class);
        return why.inDefault();
    }

    private String says(int entry) {
        return entries.get(entry).message().inDefault();
    }

    private static Invitation invitation(Occasion occasion) {
        URI link = URI.create("https://consumer.example.com/connect");
        return new Invitation(
                NUMBER,
                "carla",
                "Carla",
                "carla@acme.example",
                null,
                "ACME",
                "https://consumer.example.com",
                "p",
                "Ada",
                "",
                link,
                link,
                MADE.plus(LIFE),
                occasion);
    }
}
