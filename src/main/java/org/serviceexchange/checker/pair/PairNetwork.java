package org.serviceexchange.checker.pair;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderCalls;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.AnsweredExchange;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.handshake.StartedExchange;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.provider.keyexchange.ProbeConsumer;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;

/**
 * The network between both sides, whose cryptography holds. A call has two outcomes that matter: the other side has done what
 * it was asked for and this side knows it, or the answer was lost. A call that does not arrive changes nothing.
 */
final class PairNetwork implements ProviderCalls, ProbeConsumer {

    /** Identity of the consumer, and of the provider. */
    static final String CONSUMER = "C".repeat(43);

    static final String PROVIDER = "P".repeat(43);
    private static final String FIRST = "-first";
    private static final String NUMBER = "CCN0001001";
    private static final byte[] NOTHING = {};
    private static final Party PARTY = new Party(PairPorts.PROVIDER_URL, NOTHING);
    private static final PinnedProvider.Endpoints ENDPOINTS = endpoints(URI.create(PairPorts.PROVIDER_URL));
    private static final AnsweredExchange ANSWERED = new AnsweredExchange(
            new StartedExchange("", "", "", NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, PairPorts.NOW), NOTHING);

    private final Pair pair;

    PairNetwork(Pair pair) {
        this.pair = pair;
    }

    private static PinnedProvider.Endpoints endpoints(URI url) {
        return new PinnedProvider.Endpoints(url, url, url, url, url);
    }

    private <T> T ask(ConnectionSide peer, Supplier<T> act) {
        Object[] answer = new Object[1];
        try {
            pair.transaction(peer, () -> answer[0] = act.get());
        } catch (Problem refused) {
            throw new PeerProblem(400, refused.code().code(), List.of(), false, "", null);
        }
        if (!pair.choices.between(null, LocalizedMessage.of("checker.outcome.answerLost"))) {
            throw unreachable();
        }
        @SuppressWarnings("unchecked") // what the act returned
        T given = (T) answer[0];
        return given;
    }

    private static Problem unreachable() {
        return new Problem(ProblemCode.PEER_UNREACHABLE, "peer");
    }

    @Override
    public void verify(Invitation invitation) {
        if (!pair.choices.between(null, LocalizedMessage.of("checker.outcome.checksFail"))) {
            throw unreachable();
        }
    }

    @Override
    public PinnedProvider claim(Invitation invitation, String secret, ClientKey clientKey) {
        return ask(ConnectionSide.PROVIDER, () -> claimed(secret));
    }

    private PinnedProvider claimed(String secret) {
        Registration registration = pair.registrations
                .ofSecret(secret)
                .orElseThrow(() -> new Problem(expired() ? ProblemCode.LINK_EXPIRED : ProblemCode.LINK_REFUSED));
        String client = "client" + registration.snapshot().counterpart().generation();
        registration.claimed(
                new Claim(CONSUMER, "consumer", NOTHING, NOTHING, client, "{}", PairPorts.NOW),
                PairPorts.CONSUMER_URL,
                pair.ports.clock.instant());
        pair.registrations.save(registration);
        return new PinnedProvider(
                "provider",
                PARTY,
                registration.claim().orElseThrow().clientId(),
                PairPorts.PROVIDER_URL,
                ENDPOINTS,
                registration.link().orElseThrow().expiresAt(),
                NOTHING);
    }

    private boolean expired() {
        return pair.registrations
                .find(ProviderOfPair.NUMBER)
                .filter(found -> found.snapshot().closingReason() == ClosingReason.EXPIRED)
                .isPresent();
    }

    @Override
    public AnsweredExchange exchangeKeys(Invitation invitation, PinnedProvider provider, String accessToken) {
        return ask(ConnectionSide.PROVIDER, () -> agreed(provider.clientId()));
    }

    /** The same last message gets the same answer, also when the registration is complete. */
    private AnsweredExchange agreed(String client) {
        Registration registration = pair.registrations
                .ofClient(client)
                .filter(found -> client.equals(pair.grant))
                .orElseThrow(() -> new Problem(ProblemCode.AUTHORIZATION_REFUSED));
        if (registration.snapshot().suspended()) {
            throw new Problem(ProblemCode.EXCHANGE_SUSPENDED);
        }
        boolean again = pair.exchange.startsWith(client + " ");
        if (registration.state() == RegistrationState.CLOSED_COMPLETE && again) {
            return ANSWERED;
        }
        if (!again) {
            pair.exchange = client + " " + client + (usesFirst(registration, client) ? "-other" : FIRST);
        }
        registration.keysAgreed(NUMBER, key());
        pair.registrations.save(registration);
        return ANSWERED;
    }

    /** Two keys of a claim that differ are enough. */
    private static boolean usesFirst(Registration registration, String client) {
        return registration
                .connection()
                .filter(agreed -> agreed.keyId().equals(client + FIRST))
                .isPresent();
    }

    private String key() {
        return pair.exchange.substring(pair.exchange.indexOf(' ') + 1);
    }

    @Override
    public List<Receipt> receipts(Invitation invitation, PinnedProvider provider, AnsweredExchange answered) {
        return List.of();
    }

    @Override
    public ConnectionKeys finishExchange(PinnedProvider provider, AnsweredExchange answered) {
        String key = key();
        pair.exchange = "";
        return new ConnectionKeys(key, new byte[0], new byte[0], new byte[0]);
    }

    @Override
    public List<Receipt> probe(Invitation invitation, PinnedProvider provider, String keyId) {
        return ask(ConnectionSide.PROVIDER, () -> pair.provider.probed(keyId));
    }

    @Override
    public List<Receipt> probe(String consumerUrl, Channel channel) {
        return ask(ConnectionSide.CONSUMER, () -> pair.consumer.probed(channel.keyId()));
    }
}
