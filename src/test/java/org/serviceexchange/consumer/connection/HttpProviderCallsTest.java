package org.serviceexchange.consumer.connection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.serviceexchange.consumer.ConsumerWorld;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.claim.Claims;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.KeyExchangeClient;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.Discovery;

/** Every call that leads to a connection requires operational key management. */
class HttpProviderCallsTest {

    private final KmfHealth health = mock();
    private final OutboundHttp http = mock();
    private final KeyExchangeClient exchanges = mock();
    private final Discovery discovery = mock();
    private final Claims claims = mock();
    private final Probes probes = mock();
    private final InstanceKeys keys = mock(Answers.RETURNS_SELF);
    private final OwnAddress own = ConsumerWorld.own("https://consumer.example.com", InstanceSettings.Mode.STANDARD);
    private final ProviderCalls calls =
            new HttpProviderCalls(http, discovery, claims, exchanges, probes, keys, own, health);
    private final Invitation invitation = new Invitation(
            "PCN0001001",
            "REG0001001",
            URI.create("https://provider.example.com"),
            "pin",
            "carla",
            TestConnections.NOW);

    private final ClientKey key = TestKeys.CLIENT_KEY;

    @Test
    void claimsAndExchangesNothingWhileKeyManagementIsNotOperational() {
        doThrow(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "Clock"))
                .when(health)
                .requireOperational();

        assertThatThrownBy(() -> calls.claim(invitation, "secret", key)).hasMessageContaining("not operational: Clock");
        assertThatThrownBy(() -> calls.exchangeKeys(invitation, TestConnections.provider(), "token"))
                .hasMessageContaining("not operational: Clock");
        verifyNoInteractions(http, exchanges, discovery);
    }
}
