package org.serviceexchange.provider.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class RegisteredClientsTest {

    private static final String CLIENT =
            TestRegistrations.claimed().claim().orElseThrow().clientId();

    private final Registrations registrations = mock();
    private final RegisteredClients clients = new RegisteredClients(registrations, Clock.systemUTC());

    @AfterEach
    void endRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void readsAClientOnceForARequestAndAnewForTheNext() {
        when(registrations.ofClient(CLIENT)).thenReturn(Optional.of(TestRegistrations.claimed()));
        beginRequest();
        assertThat(clients.findByClientId(CLIENT)).isNotNull().isSameAs(clients.findById(CLIENT));
        verify(registrations, times(1)).ofClient(CLIENT);

        when(registrations.ofClient(CLIENT)).thenReturn(Optional.empty());
        beginRequest();
        assertThat(clients.findByClientId(CLIENT)).isNull();
    }

    @Test
    void asksAgainForAClientThatWasNotThere() {
        beginRequest();
        assertThat(clients.findByClientId(CLIENT)).isNull();
        when(registrations.ofClient(CLIENT)).thenReturn(Optional.of(TestRegistrations.claimed()));
        assertThat(clients.findByClientId(CLIENT)).isNotNull();
        assertThat(clients.findByClientId("another")).isNull();
    }

    private static void beginRequest() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }
}
