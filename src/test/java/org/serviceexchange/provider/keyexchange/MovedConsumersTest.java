package org.serviceexchange.provider.keyexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.state.RegistrationRecords;

/** Everything that a provider does with a live connection goes to the consumer's new address once it has moved. */
class MovedConsumersTest {

    private static final String NEW = "https://moved.example.com/exchange";

    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final RegistrationPages pages = mock();
    private final RegistrationRefusals refusals = mock();
    private final Heartbeats heartbeats = mock();
    private final MovedConsumers moved = new MovedConsumers(registrations, pages, refusals, heartbeats);

    @BeforeEach
    void aLiveConnection() {
        Registration registration = TestRegistrations.probed();
        registration.activate();
        registrations.add(registration);
        when(pages.ofConnection(anyString())).thenAnswer(call -> registrations.find(TestRegistrations.NUMBER));
    }

    @Test
    void everyCallGoesToTheNewAddress() {
        moved.moved("CCN0001001", NEW);

        Registration registration = registrations.find(TestRegistrations.NUMBER).orElseThrow();
        assertThat(registration.state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
        assertThat(registration.connection().orElseThrow().confirmed()).isTrue();
        assertThat(registrations.occupying("acme", NEW)).as("taken").isPresent();
        assertThat(registrations.occupying("acme", TestRegistrations.URL))
                .as("free")
                .isEmpty();

        ArgumentCaptor<FollowedConnection> followed = ArgumentCaptor.forClass(FollowedConnection.class);
        verify(heartbeats).follow(followed.capture());
        assertThat(followed.getValue().address()).as("heartbeats").isEqualTo(NEW);
        LivingConnection living = new LivingConsumers(
                        registrations,
                        pages,
                        new TestKeys("provider"),
                        TestInstanceSettings.valid(),
                        heartbeats,
                        mock())
                .find("CCN0001001")
                .orElseThrow();
        assertThat(living.peer().url())
                .as("rotations, announcements, heartbeats that failed, and questions who the other side is")
                .isEqualTo(NEW);
        assertThat(living.probes()).as("probes").isEqualTo(URI.create(NEW + "/sx/v1/probes"));
        assertThat(new RegistrationRecords(registrations, mock(), mock())
                        .addressee(TestRegistrations.NUMBER)
                        .orElseThrow()
                        .url())
                .as("questions about states")
                .isEqualTo(NEW);
    }

    @Test
    void refusesAnAddressThatAnotherConnectionOfTheCompanyHas() {
        doThrow(new Problem(ProblemCode.CONNECTION_EXISTS, "CCN0001002", "ACME", NEW))
                .when(refusals)
                .requireFree("acme", NEW);
        assertThatThrownBy(() -> moved.moved("CCN0001001", NEW))
                .isInstanceOfSatisfying(
                        Problem.class, taken -> assertThat(taken.code()).isEqualTo(ProblemCode.CONNECTION_EXISTS));
        assertThat(registrations
                        .find(TestRegistrations.NUMBER)
                        .map(found -> found.request().consumerUrl()))
                .isEqualTo(Optional.of(TestRegistrations.URL));
    }

    @Test
    void isForLiveConnectionsOnly() {
        registrations.save(TestRegistrations.keyed());
        assertThatThrownBy(() -> moved.moved("CCN0001001", NEW)).isInstanceOf(Problem.class);
    }
}
