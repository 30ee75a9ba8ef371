package org.serviceexchange.connection.state;

import java.util.Optional;
import java.util.function.Predicate;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;

/** The rows of the table of pairs at rest in docs/protocol.md: two of its cells, and the pairs that they mean. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum PairAtRest {
    BOTH_OVER("closed, or there is none", "closed, or there is none", pair -> pair.over() && pair.none()),
    LOST_AT_PROVIDER(
            "there is none any more",
            "complete, and says that the provider has lost it",
            pair -> pair.registration().isEmpty()
                    && pair.newest()
                            .filter(found -> found.snapshot().lostAtProvider())
                            .filter(found -> found.state() == ConnectionState.ONBOARDED)
                            .isPresent()),
    NOT_THIS_CONSUMER(
            "not claimed, or claimed by another consumer",
            "closed, or there is none",
            pair -> !pair.over() && !pair.ours() && pair.none()),
    NEWER_LINK(
            "not claimed, or claimed by another consumer",
            "`AUTHORIZATION`, and says that there is a newer link",
            pair -> !pair.over() && !pair.ours() && pair.warned()),
    AUTHENTICATE(
            "open, claimed",
            "`AUTHORIZATION`, same claim",
            pair -> pair.open() && !pair.left() && pair.waiting() && pair.sameClaim()),
    BEGINS_ANEW(
            "open, claimed",
            "a newer one that is not claimed yet",
            pair -> pair.open() && !pair.left() && pair.notClaimed()),
    LEFT(
            "open, and the consumer has left",
            "closed, or there is none; or `AUTHORIZATION` of an older claim",
            pair -> pair.open() && pair.left() && (pair.none() || pair.warned())),
    CONNECTED(
            "`COMPLETE`", "complete, same claim and keys", pair -> pair.complete() && !pair.lost() && pair.sameKeys()),
    LOST_AT_CONSUMER(
            "`COMPLETE`, and says that the consumer has lost it",
            "anything of another claim, or none",
            pair -> pair.complete() && pair.lost() && (pair.none() || !pair.sameClaim()));

    final String provider;
    final String consumer;
    private final Predicate<Pair> means;

    PairAtRest(String provider, String consumer, Predicate<Pair> means) {
        this.provider = provider;
        this.consumer = consumer;
        this.means = means;
    }

    boolean means(Pair pair) {
        return means.test(pair);
    }

    /**
     * The records of both sides.
     *
     * @param newest of this consumer
     * @param thumbprint of this consumer
     */
    record Pair(Optional<Registration> registration, Optional<ProviderConnection> newest, String thumbprint) {

        private boolean over() {
            return registration.filter(found -> !found.state().over()).isEmpty();
        }

        private boolean ours() {
            return registration
                    .flatMap(Registration::claim)
                    .filter(claim -> claim.thumbprint().equals(thumbprint))
                    .isPresent();
        }

        private boolean complete() {
            return ours() && registration.orElseThrow().state() == RegistrationState.CLOSED_COMPLETE;
        }

        private boolean open() {
            return ours() && !over() && !complete();
        }

        private boolean left() {
            return departed(Departure.LEFT);
        }

        private boolean lost() {
            return departed(Departure.LOST);
        }

        private boolean departed(Departure departure) {
            return registration.orElseThrow().snapshot().counterpart().departure() == departure;
        }

        /** Nothing claimed is open at the consumer. */
        private boolean none() {
            return claimed().isEmpty();
        }

        private Optional<ProviderConnection> claimed() {
            return newest.filter(
                    found -> !found.state().over() && found.snapshot().provider() != null);
        }

        private boolean notClaimed() {
            return newest.filter(
                            found -> !found.state().over() && found.snapshot().provider() == null)
                    .isPresent();
        }

        private boolean waiting() {
            return claimed()
                    .filter(found -> found.state() == ConnectionState.AWAITING_AUTHENTICATION)
                    .isPresent();
        }

        private boolean warned() {
            return waiting() && claimed().orElseThrow().snapshot().reason() != null;
        }

        private boolean sameClaim() {
            return claimed()
                    .map(found -> found.snapshot().provider().clientId())
                    .equals(registration.flatMap(Registration::claim).map(claim -> claim.clientId()));
        }

        boolean sameKeys() {
            return complete()
                    && sameClaim()
                    && newest.orElseThrow().state() == ConnectionState.ONBOARDED
                    && !newest.orElseThrow().snapshot().lost()
                    && newest.orElseThrow()
                            .agreedKeys()
                            .keyId()
                            .equals(registration
                                    .orElseThrow()
                                    .connection()
                                    .orElseThrow()
                                    .keyId());
        }
    }
}
