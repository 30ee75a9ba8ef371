package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;

class RegistrationListPageTest {

    private final RegistrationPages registrations = mock();

    @Test
    void leadsFromAConsumerConnectionToItsRegistration() {
        Registration registration = TestRegistrations.probed();
        when(registrations.ofConnection("CCN0001001")).thenReturn(Optional.of(registration));
        var page = new RegistrationListPage(registrations);

        assertThat(page.ofConnection("CCN0001001")).isEqualTo("redirect:/registrations/" + registration.number());
        assertThatThrownBy(() -> page.ofConnection("CCN9999999")).isInstanceOf(Problem.class);
    }
}
