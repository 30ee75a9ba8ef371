package org.serviceexchange.provider.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;

/** A link that is renewed while somebody declines with the one before. */
class DeclineInvitationTest {

    private final MovableClock clock = MovableClock.standing();
    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final RegistrationLinks links = mock();
    private final RegistrationProcess process = mock();
    private final CloseRegistration closeRegistration = mock();
    private final DeclineInvitation declineInvitation =
            new DeclineInvitation(registrations, links, process, closeRegistration, mock(Directory.class), clock);

    @BeforeEach
    void anOpenLink() {
        registrations.add(TestRegistrations.open());
        renew("hash");
        when(links.hashOf("secret")).thenReturn("hash");
    }

    @Test
    void declinesWithTheLinkInForce() {
        declineInvitation.decline("secret", "");
        verify(closeRegistration).decline(NUMBER, "");
        verify(process).decline(NUMBER);
    }

    @Test
    void doesNotDeclineWithALinkThatWasRenewedMeanwhile() {
        registrations.betweenSearchAndLock(() -> renew("another"));
        assertThatThrownBy(() -> declineInvitation.decline("secret", ""))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.LINK_REFUSED));
        verifyNoInteractions(closeRegistration, process);
    }

    private void renew(String hash) {
        Registration registration = registrations.find(NUMBER).orElseThrow();
        registration.renewLink(new Link(hash, new byte[] {1}, clock.instant().plusSeconds(60)));
        registrations.save(registration);
    }
}
