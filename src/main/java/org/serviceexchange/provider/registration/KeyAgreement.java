package org.serviceexchange.provider.registration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The key exchange of a registration, as far as it came since the link was created.
 *
 * @param connection keys of the latest exchange and the directions proved with them
 * @param failures failed key exchanges
 */
public record KeyAgreement(@Nullable ConsumerConnection connection, int failures) {

    /** Number of failed key exchanges that suspends a registration. */
    public static final int FAILURES_UNTIL_SUSPENSION = 5;

    static final KeyAgreement NONE = new KeyAgreement(null, 0);

    KeyAgreement with(@Nullable ConsumerConnection next) {
        return new KeyAgreement(next, failures);
    }

    /** Refuses an exchange that is not consented to, or not approved. */
    static void requirePossible(RegistrationSnapshot registration) {
        if (!registration.consentGiven()) {
            throw new Problem(ProblemCode.AUTHORIZATION_REFUSED);
        }
        requireApproved(registration, ApprovalPlace.KEY_EXCHANGE);
    }

    /** Refuses a connection whose keys were not agreed after the consent, proved in both directions, and approved. */
    static void requireProved(RegistrationSnapshot registration) {
        if (!registration.consentGiven() || !registration.keys().confirmed()) {
            throw new Problem(ProblemCode.PEER_NOT_READY);
        }
        requireApproved(registration, ApprovalPlace.ACTIVATION);
    }

    private static void requireApproved(RegistrationSnapshot registration, ApprovalPlace place) {
        registration
                .progress()
                .approvals()
                .require(place, registration.request().number());
    }

    /** With the keys of a completed exchange: the same keep what was proved with them, and no failure counts any more. */
    KeyAgreement agreed(String connectionNumber, String keyId) {
        return new KeyAgreement(
                under(keyId).orElseGet(() -> new ConsumerConnection(connectionNumber, keyId, null, null)), 0);
    }

    /** The same connection with newer keys. */
    KeyAgreement rotated(String keyId) {
        return connection == null ? this : with(connection.rotated(keyId));
    }

    /** The connection, if these are its keys. */
    Optional<ConsumerConnection> under(String keyId) {
        return Optional.ofNullable(connection).filter(agreed -> agreed.keyId().equals(keyId));
    }

    /** The connection with these keys, which a registration that is over does not use any more. */
    ConsumerConnection require(String keyId, RegistrationState state) {
        return under(keyId)
                .filter(connection -> !state.over())
                .orElseThrow(() -> new Problem(ProblemCode.PEER_NOT_READY));
    }

    /** Whether both directions are proved with the agreed keys. */
    boolean confirmed() {
        return connection != null && connection.confirmed();
    }

    KeyAgreement failedAgain() {
        return new KeyAgreement(connection, failures + 1);
    }

    /** Without failures. */
    KeyAgreement completed() {
        return new KeyAgreement(connection, 0);
    }
}
