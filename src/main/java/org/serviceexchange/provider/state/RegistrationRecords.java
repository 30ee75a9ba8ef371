package org.serviceexchange.provider.state;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.state.Addressee;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.connection.state.Standing;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/**
 * The registrations of this instance, as consumers may ask for them.
 *
 * <p>Security guarantees: A consumer whose claim is not in force is told nothing of another's claim and keys.
 */
@Service
public class RegistrationRecords implements SharedRecords {

    private final Registrations registrations;
    private final AdoptConsumerState adoptConsumerState;
    private final FormerPeerKeys formerKeys;

    public RegistrationRecords(
            Registrations registrations, AdoptConsumerState adoptConsumerState, FormerPeerKeys formerKeys) {
        this.formerKeys = formerKeys;
        this.registrations = registrations;
        this.adoptConsumerState = adoptConsumerState;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    @Override
    public Optional<Standing> standing(String peer, String registration, boolean proven) {
        Optional<Registration> found =
                registrations.find(registration).map(known -> registrations.lock(known.number()));
        if (found.isEmpty()) {
            return proven ? Optional.of(Standing.unknown()) : Optional.empty();
        }
        // A consumer that does not know yet that its new signature key is pinned, or was restored to before that, is no
        // other one
        boolean current = found.get()
                .claim()
                .filter(claim -> claim.thumbprint().equals(peer)
                        || formerKeys.isOf(found.get().number(), peer))
                .isPresent();
        boolean former = found.get().snapshot().counterpart().former().contains(peer);
        return current || former || proven
                ? Optional.of(standing(found.get(), current, confirms(found.get(), peer)))
                : Optional.empty();
    }

    /** Whether this is the consumer that was off-boarded, and may have to confirm it. */
    private static boolean confirms(Registration registration, String peer) {
        return registration.state() == RegistrationState.OFF_BOARDED
                && peer(registration).filter(peer::equals).isPresent();
    }

    private Standing standing(Registration registration, boolean current, boolean confirming) {
        String number = registration.number();
        StateFacts facts = RegistrationFacts.of(registration, registrations.version(number));
        boolean over = registration.state().over();
        return new Standing(number, current ? facts : facts.withoutClaim(), (current && !over) || confirming);
    }

    @Override
    public Optional<Addressee> addressee(String number) {
        return registrations
                .find(number)
                .flatMap(registration -> peer(registration)
                        .map(thumbprint -> new Addressee(
                                number,
                                registration.request().consumerUrl(),
                                thumbprint,
                                registrations.version(number),
                                new byte[0])));
    }

    /** The consumer in force, else the last one. */
    private static Optional<String> peer(Registration registration) {
        List<String> former = registration.snapshot().counterpart().former();
        return registration
                .claim()
                .map(Claim::thumbprint)
                .or(() -> former.isEmpty() ? Optional.empty() : Optional.of(former.get(former.size() - 1)));
    }

    @Override
    public boolean lock(String number, long version) {
        registrations.lock(number);
        return registrations.version(number) == version;
    }

    @Override
    public Runnable adopt(String number, StateFacts said) {
        Registration registration = registrations.lock(number);
        if (registration.claim().isEmpty()) {
            return () -> {};
        }
        StateFacts own = RegistrationFacts.of(registration, registrations.version(number));
        return adoptConsumerState.adopt(registration, Consequence.of(own, said));
    }

    @Override
    public List<String> inProgress(int limit) {
        return registrations.claimed(limit);
    }

    @Override
    public List<String> live(String after, int limit) {
        return registrations.live(after, limit);
    }
}
