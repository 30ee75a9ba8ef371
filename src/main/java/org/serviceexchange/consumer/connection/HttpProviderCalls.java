package org.serviceexchange.consumer.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.serviceexchange.connection.evidence.PeerReceipts;
import org.serviceexchange.consumer.connection.PinnedProvider.Endpoints;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.claim.Claims;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.AnsweredExchange;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.handshake.KeyExchangeClient;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.InstanceDescription;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.Responses;
import org.springframework.stereotype.Component;

/** Calls the provider over HTTP. */
@Component
class HttpProviderCalls implements ProviderCalls {

    private static final String JSON = "application/json";

    private final OutboundHttp http;
    private final Discovery discovery;
    private final Claims claims;
    private final KeyExchangeClient exchanges;
    private final Probes probes;
    private final InstanceKeys keys;
    private final OwnAddress own;
    private final KmfHealth health;

    HttpProviderCalls(
            OutboundHttp http,
            Discovery discovery,
            Claims claims,
            KeyExchangeClient exchanges,
            Probes probes,
            InstanceKeys keys,
            OwnAddress own,
            KmfHealth health) {
        this.http = http;
        this.discovery = discovery;
        this.claims = claims;
        this.exchanges = exchanges;
        this.probes = probes;
        this.keys = keys;
        this.own = own;
        this.health = health;
    }

    @Override
    public void verify(Invitation invitation) {
        describe(invitation);
    }

    @Override
    public PinnedProvider claim(Invitation invitation, String secret, ClientKey clientKey) {
        health.requireOperational();
        InstanceDescription provider = describe(invitation);
        InstanceKeys claimant = keys.ofRecord(invitation.number());
        ClaimRequest claim = claims.prepare(
                claimant, invitation.registration(), secret, invitation.pin(), clientKey, own.callback());
        byte[] envelope = http.post(provider.claims(), JSON, claims.request(claim), Map.of());
        ClaimResponse answer = claims.readResponse(envelope, provider.party(), claim);
        keys.addressedAs(invitation.number(), claimant.thumbprint());
        return pinned(provider.party(), answer, envelope);
    }

    @Override
    public AnsweredExchange exchangeKeys(Invitation invitation, PinnedProvider provider, String accessToken) {
        health.requireOperational();
        Party consumer = new Party(
                own.baseUrl().toString(), keys.ofRecord(invitation.number()).signaturePublicKey());
        Parties parties =
                new Parties(invitation.registration(), provider.party(), consumer, keys.encryptionPublicKey());
        Map<String, String> authorization = Map.of("Authorization", "Bearer " + accessToken);
        KeyExchangeClient.Transport transport = new KeyExchangeClient.Transport() {
            @Override
            public byte[] open(byte[] m1) {
                return http.post(provider.endpoints().exchange(), JSON, m1, authorization);
            }

            @Override
            public byte[] confirm(byte[] m3) {
                return http.post(provider.endpoints().confirmation(), JSON, m3, authorization);
            }
        };
        return Responses.verified(provider.party().url(), () -> exchanges.run(parties, accessToken, transport));
    }

    @Override
    public List<Receipt> receipts(Invitation invitation, PinnedProvider provider, AnsweredExchange answered) {
        return PeerReceipts.exchange(
                answered.messages(),
                provider.party().signatureKey(),
                keys.ofRecord(invitation.number()).signaturePublicKey(),
                true);
    }

    @Override
    public ConnectionKeys finishExchange(PinnedProvider provider, AnsweredExchange answered) {
        return Responses.verified(provider.party().url(), () -> exchanges.finish(answered));
    }

    @Override
    public List<Receipt> probe(Invitation invitation, PinnedProvider provider, String keyId) {
        Channel channel = new Channel(invitation.number(), invitation.registration(), keyId, ConnectionSide.CONSUMER);
        byte[] request = probes.request(channel);
        byte[] answer = http.post(provider.endpoints().probe(), JSON, request, Map.of());
        Responses.verified(provider.party().url(), () -> probes.accept(channel, request, answer));
        return List.of(PeerReceipts.probeAnswer(answer));
    }

    private InstanceDescription describe(Invitation invitation) {
        URI address = ProtocolPaths.describing(invitation.provider().toString(), invitation.pin());
        return discovery.read(http.get(address), invitation.pin());
    }

    private static PinnedProvider pinned(Party party, ClaimResponse answer, byte[] envelope) {
        Endpoints endpoints = new Endpoints(
                answer.authorizationEndpoint(),
                answer.tokenEndpoint(),
                answer.exchangeEndpoint(),
                answer.confirmationEndpoint(),
                answer.probeEndpoint());
        return new PinnedProvider(
                answer.providerName(),
                party,
                answer.clientId(),
                answer.issuer(),
                endpoints,
                answer.linkExpiresAt(),
                envelope);
    }
}
