package org.serviceexchange.protocol.claim;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.wire.Clocks;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.Responses;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.stereotype.Service;

/** Writes, signs, reads and verifies claims and their responses. */
@Service
public class Claims {

    private final InstanceSettings instance;
    private final InstanceKeys keys;
    private final Clock clock;

    public Claims(InstanceSettings instance, InstanceKeys keys, Clock clock) {
        this.instance = instance;
        this.keys = keys;
        this.clock = clock;
    }

    /** A claim of this instance, issued now; a {@code BASE_URL_NOT_SET} problem without a base URL. */
    public ClaimRequest prepare(
            InstanceKeys own,
            String registration,
            String secret,
            String provider,
            ClientKey oauthClientKey,
            String redirectUri) {
        URI baseUrl = instance.baseUrl();
        if (baseUrl == null) {
            throw new Problem(ProblemCode.BASE_URL_NOT_SET);
        }
        return new ClaimRequest(
                registration,
                secret,
                provider,
                instance.name(),
                baseUrl.toString(),
                own.signaturePublicKey(),
                own.encryptionPublicKey(),
                oauthClientKey,
                redirectUri,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The signed envelope of a claim made by this instance, JSON in UTF-8. */
    public byte[] request(ClaimRequest claim) {
        return SignedEnvelope.write(
                MessageType.CLAIM, claim, keys.as(claim.party().thumbprint()));
    }

    /**
     * Reads a claim that is addressed to this instance and signed by the key it contains. Problems:
     * {@code MESSAGE_MALFORMED}, {@code VERSION_UNSUPPORTED}, {@code CLOCKS_DIFFER}, and {@code CLAIM_NOT_VALID} for an
     * invalid signature or a claim for another provider.
     */
    public ClaimRequest readRequest(byte[] envelope) {
        SignedEnvelope signed = SignedEnvelope.read(envelope, MessageType.CLAIM);
        ClaimRequest claim = Wire.read(signed.payload(), ClaimRequest.class);
        if (!keys.thumbprints().contains(claim.provider())) {
            throw new Problem(ProblemCode.CLAIM_NOT_VALID, LocalizedMessage.of("exchange.claim.ofAnother"));
        }
        if (!signed.isSignedBy(claim.signatureKey())) {
            throw new Problem(ProblemCode.CLAIM_NOT_VALID, LocalizedMessage.of("exchange.claim.signature"));
        }
        Clocks.requireClose(clock.instant(), claim.issuedAt());
        return claim;
    }

    /** The signed envelope of a response made by this instance, JSON in UTF-8, under the key by which the claim names it. */
    public byte[] response(ClaimRequest claim, ClaimResponse response) {
        return SignedEnvelope.write(MessageType.CLAIM_ANSWER, response, keys.as(claim.provider()));
    }

    /**
     * Reads the pinned provider's response to this instance's claim of the registration; every endpoint must be below
     * the provider's base URL. Anything else is a {@code PEER_ANSWER_INVALID} problem.
     */
    public ClaimResponse readResponse(byte[] envelope, Party provider, ClaimRequest claim) {
        String peer = provider.url();
        SignedEnvelope signed = Responses.read(envelope, MessageType.CLAIM_ANSWER, peer);
        ClaimResponse response = Responses.payload(signed, ClaimResponse.class, peer);
        Responses.require(signed.isSignedBy(provider.signatureKey()), peer, "signature");
        Responses.require(response.registration().equals(claim.registration()), peer, "registration");
        Responses.require(response.consumer().equals(claim.party().thumbprint()), peer, "consumer");
        Responses.require(response.issuer().equals(peer), peer, "issuer");
        Responses.require(
                endpoints(response).allMatch(endpoint -> InstanceAddress.isBelow(peer, endpoint.toString())),
                peer,
                "endpoint");
        return response;
    }

    private static Stream<URI> endpoints(ClaimResponse response) {
        return Stream.of(
                response.authorizationEndpoint(),
                response.tokenEndpoint(),
                response.exchangeEndpoint(),
                response.confirmationEndpoint(),
                response.probeEndpoint());
    }
}
