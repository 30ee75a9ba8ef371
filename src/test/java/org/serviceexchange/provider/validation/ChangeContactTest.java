package org.serviceexchange.provider.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.newcontact.TellContact;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.TestProcess;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.serviceexchange.provider.registration.RegistrationState;

/** Another contact for a registration that is open, and for one whose connection lives. */
class ChangeContactTest {

    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final RegistrationRefusals refusals = mock();
    private final TestProcess process = new TestProcess(registrations, mock(), Clock.systemUTC());
    private final TellContact tellContact = mock();
    private final Journal journal = mock();
    private final List<String> notes = new ArrayList<>();
    private final ChangeContact change =
            new ChangeContact(registrations, refusals, process, new TestDirectory(), mock(), tellContact, journal);

    @BeforeEach
    void listen() {
        doAnswer(call -> notes.add(call.getArgument(1) + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(journal)
                .workNote(anyString(), anyString(), any(LocalizedMessage.class));
    }

    private void change(String company, String contact) {
        change.change(TestRegistrations.NUMBER, company, contact, "ada");
    }

    private Registration registration() {
        return registrations.find(TestRegistrations.NUMBER).orElseThrow();
    }

    @Test
    void aLiveConnectionGoesOnWithItsConsent() {
        Registration live = TestRegistrations.probed();
        live.activate();
        registrations.add(live);
        change("acme", TestDirectory.MIA);

        assertThat(registration().request().contactId()).isEqualTo(TestDirectory.MIA);
        assertThat(registration().state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
        assertThat(registration().connection()).isEqualTo(live.connection());
        assertThat(registration().snapshot().authorization().consent().userId())
                .as("who gave it")
                .isEqualTo(TestRegistrations.CONTACT);
        assertThat(notes).containsExactly("ada: Changed the contact from carla to Mia Keller.");
        assertThat(process.told).containsExactly("contact REG0001001 acme mia");
        verify(tellContact).changed(TestRegistrations.NUMBER, "Mia Keller", "Acme");
        verify(refusals).requireContact("acme", TestDirectory.MIA);
        verify(refusals, never()).requireFree(anyString(), anyString());
    }

    @Test
    void whatTheContactBeforeDidCountsNoMoreUntilTheConnectionLives() {
        registrations.add(TestRegistrations.probed());
        change("acme", TestDirectory.MIA);

        assertThat(registration().snapshot().consentGiven()).isFalse();
        assertThatThrownBy(registration()::activate).isInstanceOf(Problem.class);
        assertThat(process.told).first().isEqualTo("contact REG0001001 acme mia");
        assertThat(process.told).last().asString().contains("resend");
    }

    @Test
    void theCompanyFollowsTheContactIfItHasNoneAtThatAddress() {
        registrations.add(TestRegistrations.open());
        change("globex", TestDirectory.FOREIGN);
        assertThat(registration().request().companyId()).isEqualTo("globex");
        assertThat(registrations.occupying("globex", TestRegistrations.URL)).isPresent();
        assertThat(registrations.occupying("acme", TestRegistrations.URL)).isEmpty();
        verify(refusals).requireFree("globex", TestRegistrations.URL);
        assertThat(notes).containsExactly("ada: Changed the contact from carla of Acme to Fred Beck of Globex.");
    }

    @Test
    void checksCountNoMoreForAnotherContact() {
        Registration checked = TestRegistrations.requested();
        checked.checked(List.of());
        registrations.add(checked);
        change("acme", TestDirectory.MIA);
        assertThat(registration().state()).isEqualTo(RegistrationState.AWAITING_VALIDATION);
    }

    @Test
    void hasNoEffectForTheSameContact() {
        registrations.add(TestRegistrations.open());
        long version = registrations.version(TestRegistrations.NUMBER);
        change("acme", TestRegistrations.CONTACT);
        assertThat(registrations.version(TestRegistrations.NUMBER)).isEqualTo(version);
        assertThat(notes).isEmpty();
    }

    @Test
    void isNotForWhatIsOver() {
        Registration over = TestRegistrations.probed();
        over.activate();
        over.close(ClosingReason.OFF_BOARDED);
        for (Registration ended : List.of(over, TestRegistrations.cancelled())) {
            registrations.save(ended);
            assertThatThrownBy(() -> change("acme", TestDirectory.MIA))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.REGISTRATION_CLOSED));
        }
    }
}
