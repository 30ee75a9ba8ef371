package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.engine.TaskFacts.Detail;
import org.serviceexchange.platform.engine.TaskFinding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class ConnectionTaskDataTest {

    private final ProviderConnections connections = mock();
    private final ConnectionTaskData data = new ConnectionTaskData(connections, mock(Users.class));

    @BeforeEach
    void findsOrRefuses() {
        when(connections.get(anyString())).thenCallRealMethod();
    }

    @Test
    void saysWhichProviderAndWhatStandsInTheWay() {
        ProviderConnection connection = TestConnections.opened();
        connection.checked(List.of(new Problem(ProblemCode.BASE_URL_NOT_SET).finding()));
        when(connections.find(TestConnections.NUMBER)).thenReturn(Optional.of(connection));

        assertThat(data.snapshot(TestConnections.NUMBER, Locale.ENGLISH).details())
                .contains(
                        new Detail("Provider", TestConnections.BASE),
                        new Detail("Registration at the provider", TestConnections.REGISTRATION));
        assertThat(data.snapshot(TestConnections.NUMBER, Locale.ENGLISH).findings())
                .containsExactly(new TaskFinding(
                        "SX-2105",
                        "The base URL of this instance is not set.",
                        "Set service-exchange.instance.base-url and restart.",
                        "Whoever runs this instance"));
        assertThat(data.snapshot(TestConnections.NUMBER, Locale.GERMAN).details())
                .extracting(Detail::label)
                .containsExactly("Anbieter", "Registrierung beim Anbieter", "Link geöffnet von");
    }

    @Test
    void showsTheProviderInTheScriptOfItsLanguage() {
        Invitation invitation = new Invitation(
                TestConnections.NUMBER,
                TestConnections.REGISTRATION,
                URI.create("https://xn--bcher-kva.example:8443"),
                TestConnections.PIN,
                "ada",
                TestConnections.NOW);
        ProviderConnection connection = TestConnections.like(TestConnections.opened(), invitation);
        when(connections.find(TestConnections.NUMBER)).thenReturn(Optional.of(connection));
        assertThat(data.snapshot(TestConnections.NUMBER, Locale.ENGLISH).details())
                .contains(new Detail("Provider", "https://b\u00fccher.example:8443"));
        assertThat(invitation.providerHost()).isEqualTo("b\u00fccher.example:8443");
    }

    @Test
    void refusesAnUnknownNumber() {
        assertThatThrownBy(() -> data.snapshot("PCN0009999", Locale.ENGLISH))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("There is no provider connection PCN0009999.");
    }
}
