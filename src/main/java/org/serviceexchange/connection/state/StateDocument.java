package org.serviceexchange.connection.state;

import java.time.Instant;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.Party;

/**
 * The payload of the answer to a {@link StateQuestion}: what one side says about its record, bound to the question by the
 * nonce. JSON; specified in docs/protocol.md, section 13. A text that does not apply is empty.
 *
 * @param registration number at the provider
 * @param side whose record it is: {@code PROVIDER} or {@code CONSUMER}
 * @param provider thumbprint of the provider
 * @param consumer thumbprint of the consumer
 * @param connection number of the connection at the side that answers
 * @param state a {@link PeerState}
 * @param phase a {@link PeerPhase}
 * @param reason a {@link PeerReason}
 * @param claim the client id of the claim that this side knows of and that is the asker's; two records belong together only if theirs are the same
 * @param generation number of links that the provider has made; 0 of a consumer
 * @param keyId id of the agreed keys
 * @param version version of the record, which grows with each change; 0 if there is no record
 * @param incarnation number of the incarnation of the record, from 1; versions are compared within one only
 * @param next a {@link NextActor}
 * @param heard version of the asker's record that the side that answers heard of last; 0 if none, or if it is not the asker's affair
 * @param suspension a {@link Suspension.Kind}: why the connection rests, or will rest, by the will of this side
 * @param suspendedFrom when that begins; 0 without a suspension
 * @param suspendedUntil when that ends by itself; 0 without a suspension
 * @param suspensionReason why, at most 200 characters
 * @param signatureKey composite public key of the side that answers, 1984 bytes; signs the answer
 * @param nonce as in the question
 * @param time the answerer's clock when it signed, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StateDocument(
        String registration,
        String side,
        String provider,
        String consumer,
        String connection,
        String state,
        String phase,
        String reason,
        String claim,
        int generation,
        String keyId,
        long version,
        long incarnation,
        String next,
        long heard,
        String suspension,
        Instant suspendedFrom,
        Instant suspendedUntil,
        String suspensionReason,
        byte[] signatureKey,
        byte[] nonce,
        Instant time) {

    public StateDocument {
        MessageFields.token("registration", registration);
        Codes.require("side", side, ConnectionSide.class);
        MessageFields.thumbprint("provider", provider);
        MessageFields.thumbprint("consumer", consumer);
        Codes.optional("connection", connection);
        Codes.require("state", state, PeerState.class);
        Codes.require("phase", phase, PeerPhase.class);
        Codes.require("reason", reason, PeerReason.class);
        MessageFields.require(claim.length() <= 100, "claim must have 100 characters or less");
        MessageFields.require(generation >= 0, "generation must be 0 or more");
        Codes.optional("keyId", keyId);
        MessageFields.require(version >= 0, "version must be 0 or more");
        MessageFields.require(incarnation >= 1, "incarnation must be 1 or more");
        Codes.require("next", next, NextActor.class);
        MessageFields.require(heard >= 0, "heard must be 0 or more");
        Codes.require("suspension", suspension, Suspension.Kind.class);
        Suspension rest = rest(suspension, suspendedFrom, suspendedUntil, suspensionReason);
        MessageFields.require(
                !rest.until().isAfter(time.plus(Suspension.LONGEST)),
                "suspendedUntil must be 366 days after time or earlier");
        MessageFields.require(
                rest.kind() == Suspension.Kind.NONE || !rest.from().isBefore(time.minus(Suspension.LONGEST)),
                "suspendedFrom must be 366 days before time or later");
        MessageFields.bytes("signatureKey", signatureKey, CompositeSignature.PUBLIC_KEY_LENGTH);
        MessageFields.bytes("nonce", nonce, StateQuestion.NONCE_LENGTH);
    }

    /** The state, phase and reason, without what binds them to a question. */
    public StateFacts facts() {
        return new StateFacts(
                connection,
                PeerState.valueOf(state),
                PeerPhase.valueOf(phase),
                PeerReason.valueOf(reason),
                claim,
                generation,
                keyId,
                version,
                NextActor.valueOf(next));
    }

    /** Whether, and until when, the connection rests by the will of the side that answers. */
    public Suspension rest() {
        return rest(suspension, suspendedFrom, suspendedUntil, suspensionReason);
    }

    private static Suspension rest(String kind, Instant from, Instant until, String reason) {
        return new Suspension(Suspension.Kind.valueOf(kind), from, until, reason);
    }

    /** Thumbprint of the instance that answered. */
    public String answerer() {
        return new Party("", signatureKey).thumbprint();
    }
}
