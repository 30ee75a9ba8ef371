package org.serviceexchange.provider.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.authorization.ContactGate.Step;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationSnapshot;

/** Who passes as the contact, and what is recorded of it; each test changes one thing about the person. */
class ContactAtEveryStepTest {

    private static final String CARLA = TestRegistrations.CONTACT;
    private static final String CLIENT = TestRegistrations.claim("thumbprint").clientId();
    private static final String NUMBER = TestRegistrations.NUMBER;

    private final TestDirectory directory = new TestDirectory();
    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final Journal journal = mock();
    private final ContactMatch match = new ContactMatch(directory, directory);
    private final ContactGate gate = new ContactGate(registrations, match, journal);
    private final GiveConsent consent =
            new GiveConsent(registrations, mock(), journal, MovableClock.standingAt(TestRegistrations.NOW));

    @BeforeEach
    void carlaIsTheContact() {
        put("acme", true, Role.CONTACT);
        registrations.add(TestRegistrations.claimed());
    }

    @Test
    void admitsTheContact() {
        assertThat(gate.admits(CLIENT, CARLA, Step.CONSENT)).isTrue();
        verify(journal, never()).workNote(anyString(), anyString(), any(LocalizedMessage.class));
        verify(journal, never()).workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
    }

    @Test
    void admitsNobodyElseAndNotesWho() {
        assertThat(gate.admits(CLIENT, TestDirectory.MIA, Step.TOKEN)).isFalse();
        verify(journal)
                .workNote(
                        NUMBER,
                        Journal.SYSTEM,
                        LocalizedMessage.of("provider.note.accessDenied.TOKEN", TestDirectory.MIA));
    }

    @Test
    void admitsNobodyForAClientThatDoesNotExist() {
        assertThat(gate.admits("another client", CARLA, Step.CONSENT)).isFalse();
        verify(journal, never()).workNote(anyString(), anyString(), any(LocalizedMessage.class));
        verify(journal, never()).workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
    }

    @Test
    void admitsNoDeactivatedContact() {
        put("acme", false, Role.CONTACT);
        assertThat(gate.admits(CLIENT, CARLA, Step.CONSENT)).isFalse();
    }

    @Test
    void admitsNoContactThatMovedToAnotherCompany() {
        put("globex", true, Role.CONTACT);
        assertThat(gate.admits(CLIENT, CARLA, Step.CONSENT)).isFalse();
    }

    @Test
    void admitsNoContactWithoutTheRole() {
        put("acme", true, Role.ADMIN);
        assertThat(gate.admits(CLIENT, CARLA, Step.CONSENT)).isFalse();
    }

    @Test
    void admitsNobodyWhoIsNoContactAnyMore() {
        assertThat(new ContactMatch(new TestDirectory(), directory).isContact(TestRegistrations.claimed(), CARLA))
                .isFalse();
    }

    @Test
    void recordsTheConsentOfTheMatchedContact() {
        matched();
        consent.allow(CLIENT, CARLA);

        assertThat(registrations
                        .find(NUMBER)
                        .orElseThrow()
                        .snapshot()
                        .authorization()
                        .consent())
                .isEqualTo(new Decision(CARLA, TestRegistrations.NOW));
        verify(journal).workNote(NUMBER, CARLA, LocalizedMessage.of("provider.note.allowed"));
    }

    @Test
    void recordsNoConsentWithoutAMatch() {
        assertThatThrownBy(() -> consent.allow(CLIENT, CARLA)).isInstanceOf(Problem.class);
        assertThat(registrations
                        .find(NUMBER)
                        .orElseThrow()
                        .snapshot()
                        .authorization()
                        .consent())
                .isNull();
        verify(journal, never()).workNote(anyString(), anyString(), any(LocalizedMessage.class));
        verify(journal, never()).workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
    }

    @Test
    void notesADenialAndLeavesTheRegistrationAsItIs() {
        matched();
        RegistrationSnapshot before = registrations.find(NUMBER).orElseThrow().snapshot();
        consent.deny(CLIENT, CARLA);

        verify(journal).workNote(NUMBER, CARLA, LocalizedMessage.of("provider.note.denied"));
        assertThat(registrations.find(NUMBER).orElseThrow().snapshot()).isEqualTo(before);
    }

    private void matched() {
        Registration registration = registrations.lock(NUMBER);
        registration.contactMatched(new Decision(CARLA, TestRegistrations.NOW));
        registrations.save(registration);
    }

    private void put(String company, boolean active, Role role) {
        directory.put(new Contact(CARLA, company, "Carla Contact", "carla@acme.example", active, null), Set.of(role));
    }
}
