package org.serviceexchange.provider.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.serviceexchange.provider.TestRegistrations.CONTACT;
import static org.serviceexchange.provider.TestRegistrations.KEY;
import static org.serviceexchange.provider.TestRegistrations.NOW;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestProcess;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.authorization.GiveConsent;
import org.serviceexchange.provider.keyexchange.RemindOfReview;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.validation.RemindOfFindings;

/** Reminders, ends by time, and what the contact answers. */
class RegistrationEndsTest {

    private static final String CLIENT = "client-thumbprint";

    private final Clock clock = Clock.fixed(NOW.plus(Duration.ofDays(7)), ZoneOffset.UTC);
    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final Journal journal = mock();
    private final ProviderSettings settings = TestProviderSettings.valid();
    private final ModuleKeys moduleKeys = mock();
    private final CloseRegistration expire = closing(TestRegistrations.EXPIRY);
    private final TestProcess process = new TestProcess(registrations, mock(), clock);
    private final GiveConsent giveConsent = new GiveConsent(registrations, process, journal, clock);

    @Test
    void remindsOfFindings() {
        registrations.add(TestRegistrations.requested());
        new RemindOfFindings(registrations, journal, settings).remind(NUMBER);
        verifyNote(
                "Reminder: the findings still stand. If they are not resolved by 15 March 2026, 10:00 UTC, the registration"
                        + " is closed.");
    }

    @Test
    void remindsOfAReview() {
        new RemindOfReview(journal, settings, clock).remind(NUMBER);
        verifyNote(
                "Reminder: the registration still waits for a decision, and the contact is locked out. If nobody decides by"
                        + " 15 March 2026, 10:00 UTC, it is closed as failed.");
    }

    @Test
    void closesARegistrationWhoseFindingsNobodyResolved() {
        Registration registration = TestRegistrations.requested();
        registration.checked(List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding()));
        registrations.add(registration);
        expire.expire(NUMBER);
        assertThat(registrations.lock(NUMBER).snapshot().label().inDefault()).isEqualTo("Closed Incomplete: expired");
        verifyNote("Nobody resolved the findings in time. The registration is closed.");
    }

    @Test
    void closesNothingBeforeItsTime() {
        registrations.add(TestRegistrations.open());
        early(() -> closing(TestRegistrations.EXPIRY.minusMillis(1)).expire(NUMBER), TestRegistrations.EXPIRY);
        assertThat(registrations.lock(NUMBER).isOpen()).isTrue();
        expire.expire(NUMBER);
        assertThat(registrations.lock(NUMBER).state().closed()).isTrue();
    }

    @Test
    void closesNoFindingsBeforeTheirTime() {
        registrations.add(TestRegistrations.requested());
        Instant due = NOW.plus(settings.taskLife());
        early(() -> closing(due.minusMillis(1)).expire(NUMBER), due);
        assertThat(registrations.lock(NUMBER).state().closed()).isFalse();
        closing(due).expire(NUMBER);
        assertThat(registrations.lock(NUMBER).state().closed()).isTrue();
    }

    @Test
    void closesNoReviewBeforeItsTime() {
        registrations.add(TestRegistrations.open());
        Instant suspended = NOW.plus(Duration.ofDays(30));
        registrations.pendingSince(suspended);
        Instant due = suspended.plus(settings.taskLife());
        early(() -> closing(due.minusMillis(1)).notReviewed(NUMBER), due);
        assertThat(registrations.lock(NUMBER).isOpen()).isTrue();
        closing(due).notReviewed(NUMBER);
        assertThat(registrations.lock(NUMBER).snapshot().label().inDefault()).isEqualTo("Closed Incomplete: failed");
    }

    private static void early(ThrowingCallable closing, Instant due) {
        assertThatThrownBy(closing)
                .isInstanceOfSatisfying(
                        NotYetDue.class, early -> assertThat(early.due()).isEqualTo(due));
    }

    private CloseRegistration closing(Instant now) {
        return new CloseRegistration(
                registrations,
                new EndConnection(moduleKeys, mock(), mock(), mock(), mock()),
                mock(),
                journal,
                settings,
                (side, number, since) -> {},
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void closesARegistrationWhoseConsumerNeverAnswered() {
        Registration registration = TestRegistrations.keyed();
        registration.probeReceived(KEY, NOW);
        registrations.add(registration);
        expire.expire(NUMBER);
        verifyNote("The connection did not become active while the link could be used. The registration is closed.");
        verify(moduleKeys).destroyAll("CCN0001001");
    }

    @Test
    void tellsTheProcessOfAConsent() {
        matched();
        giveConsent.allow(CLIENT, CONTACT);
        assertThat(process.told).containsExactly("consented " + NUMBER + " " + CONTACT);
        assertThat(registrations.lock(NUMBER).snapshot().authorization().consent())
                .isEqualTo(new Decision(CONTACT, clock.instant()));
        verify(journal).workNote(eq(NUMBER), eq(CONTACT), saying("The contact allowed the key exchange."));
    }

    @Test
    void tellsTheProcessOfADenialAndLeavesTheRegistrationOpen() {
        matched();
        giveConsent.deny(CLIENT, CONTACT);
        assertThat(process.told).containsExactly("denied " + NUMBER);
        assertThat(registrations.lock(NUMBER).isOpen()).isTrue();
        verify(journal)
                .workNote(
                        eq(NUMBER),
                        eq(CONTACT),
                        saying("The contact denied the key exchange. The registration stays open; the contact can allow"
                                + " it later."));
    }

    @Test
    void keepsAConsentWhenTheContactDeniesOnAnotherPage() {
        matched();
        giveConsent.allow(CLIENT, CONTACT);
        giveConsent.deny(CLIENT, CONTACT);
        assertThat(process.told).containsExactly("consented " + NUMBER + " " + CONTACT);
        assertThat(registrations.lock(NUMBER).snapshot().consentGiven()).isTrue();
    }

    private void matched() {
        Registration registration = TestRegistrations.claimed();
        registration.contactMatched(new Decision(CONTACT, NOW));
        registrations.add(registration);
    }

    private void verifyNote(String english) {
        verify(journal).workNote(eq(NUMBER), eq(Journal.SYSTEM), saying(english));
    }

    private static LocalizedMessage saying(String english) {
        return argThat(phrase -> phrase.inDefault().equals(english));
    }
}
