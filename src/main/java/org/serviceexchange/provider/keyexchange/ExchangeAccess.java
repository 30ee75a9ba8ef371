package org.serviceexchange.provider.keyexchange;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Predicate;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.directory.Users;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.provider.authorization.ContactGate;
import org.serviceexchange.provider.authorization.Grant;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.PeerGate;
import org.springframework.stereotype.Service;

/** Authorizes a call of the key exchange and determines its parties. */
@Service
public class ExchangeAccess {

    private final Grants grants;
    private final Registrations registrations;
    private final ContactGate gate;
    private final Users users;
    private final KeyedHash hash;
    private final PeerGate peerGate;
    private final InstanceKeys keys;
    private final InstanceSettings instance;
    private final Clock clock;

    ExchangeAccess(
            Grants grants,
            Registrations registrations,
            ContactGate gate,
            Users users,
            KeyedHash hash,
            PeerGate peerGate,
            InstanceKeys keys,
            InstanceSettings instance,
            Clock clock) {
        this.grants = grants;
        this.registrations = registrations;
        this.gate = gate;
        this.users = users;
        this.hash = hash;
        this.peerGate = peerGate;
        this.keys = keys;
        this.instance = instance;
        this.clock = clock;
    }

    /**
     * The parties of the registration that the token was issued for. Problems: {@code AUTHORIZATION_REFUSED},
     * {@code EXCHANGE_SUSPENDED}, {@code APPROVAL_AWAITED}, {@code PEER_NOT_READY}.
     */
    Parties enter(String token) {
        return enter(token, Registration::isOpen);
    }

    /** The same for M3, which is answered again after the registration is complete: its M4 may have been lost. */
    Parties enterToConfirm(String token) {
        return enter(
                token,
                registration -> registration.isOpen() || registration.state() == RegistrationState.CLOSED_COMPLETE);
    }

    private Parties enter(String token, Predicate<Registration> admitted) {
        Grant grant = grants.find(Grant.Kind.TOKEN, hash.of(Grant.SECRET_PURPOSE, token))
                .filter(found -> found.usableToken(clock.instant()).isPresent())
                .filter(found -> found.securityVersion() == users.securityVersion(found.userId()))
                .filter(found -> found.request().scopes().contains(Grant.SCOPE))
                .orElseThrow(() -> new Problem(ProblemCode.AUTHORIZATION_REFUSED));
        if (!gate.admits(grant.clientId(), grant.userId(), ContactGate.Step.KEY_EXCHANGE)) {
            throw new Problem(ProblemCode.AUTHORIZATION_REFUSED);
        }
        Registration registration = registrations
                .ofClient(grant.clientId())
                .filter(admitted)
                .orElseThrow(() -> new Problem(ProblemCode.AUTHORIZATION_REFUSED));
        if (registration.snapshot().suspended()) {
            throw new Problem(ProblemCode.EXCHANGE_SUSPENDED);
        }
        registration
                .snapshot()
                .progress()
                .approvals()
                .missing(ApprovalPlace.KEY_EXCHANGE)
                .ifPresent(missing -> {
                    throw new Problem(ProblemCode.APPROVAL_AWAITED);
                });
        peerGate.requireOperational();
        return parties(registration);
    }

    private Parties parties(Registration registration) {
        Claim claim = registration.claim().orElseThrow();
        return new Parties(
                registration.number(),
                new Party(
                        Objects.requireNonNull(instance.baseUrl()).toString(),
                        keys.ofRecord(registration.number()).signaturePublicKey()),
                new Party(registration.request().consumerUrl(), claim.signatureKey()),
                claim.encryptionKey());
    }
}
