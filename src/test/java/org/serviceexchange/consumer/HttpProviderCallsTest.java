package org.serviceexchange.consumer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.serviceexchange.exchange.Claims;
import org.serviceexchange.exchange.ClientKey;
import org.serviceexchange.exchange.Discovery;
import org.serviceexchange.exchange.KeyExchangeClient;
import org.serviceexchange.exchange.Probes;
import org.serviceexchange.exchange.outbound.OutboundHttp;
import org.serviceexchange.instance.InstanceSettings;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;

/** Key management is the gate of every call by which a connection comes about. */
class HttpProviderCallsTest {

    private final KmfHealth health = mock();
    private final OutboundHttp http = mock();
    private final KeyExchangeClient exchanges = mock();
    private final Discovery discovery = mock();
    private final Claims claims = mock();
    private final Probes probes = mock();
    private final InstanceKeys keys = mock();
    private final OwnAddress own = ConsumerWorld.own("https://consumer.example.com", InstanceSettings.Mode.STANDARD);
    private final HttpProviderCalls calls =
            new HttpProviderCalls(http, discovery, claims, exchanges, probes, keys, own, health);
    private final Invitation invitation = new Invitation(
            "REG0001001", URI.create("https://provider.example.com"), "pin", "carla", TestConnections.NOW);

    @Test
    void claimsAndExchangesNothingWhileKeyManagementIsNotOperational() {
        doThrow(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "Clock"))
                .when(health)
                .requireOperational();

        assertThatThrownBy(() -> calls.claim(invitation, "secret", mock(ClientKey.class)))
                .hasMessageContaining("not operational: Clock");
        assertThatThrownBy(() -> calls.exchangeKeys(invitation, TestConnections.provider(), "token"))
                .hasMessageContaining("not operational: Clock");
        verifyNoInteractions(http, exchanges, discovery);
    }
}
