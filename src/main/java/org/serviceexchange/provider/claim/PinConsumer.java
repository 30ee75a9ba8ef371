package org.serviceexchange.provider.claim;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pins the consumer that proved the secret of a registration's link, and creates its OAuth client. */
@Service
class PinConsumer {

    private final Registrations registrations;
    private final RegistrationLinks links;
    private final RandomSecrets random;
    private final Directory directory;
    private final InstanceSettings instance;
    private final InstanceKeys keys;
    private final Journal journal;
    private final Clock clock;

    PinConsumer(
            Registrations registrations,
            RegistrationLinks links,
            RandomSecrets random,
            Directory directory,
            InstanceSettings instance,
            InstanceKeys keys,
            Journal journal,
            Clock clock) {
        this.registrations = registrations;
        this.links = links;
        this.random = random;
        this.directory = directory;
        this.instance = instance;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /** The response to the claim, which arrived in this envelope; the same for every claim of the same consumer. */
    @Transactional
    public ClaimResponse pin(ClaimRequest request, byte[] envelope) {
        Registration registration = find(request);
        Optional<Claim> before = registration.claim();
        registration.claimed(claim(request), request.baseUrl(), clock.instant());
        if (!request.redirectUri().equals(registration.request().consumerUrl() + Claim.CALLBACK)) {
            throw new Problem(ProblemCode.MESSAGE_MALFORMED, "redirectUri must be baseUrl" + Claim.CALLBACK);
        }
        if (!registration.claim().equals(before)) {
            registrations.save(registration);
            keys.addressedAs(registration.number(), request.provider());
            journal.workNote(
                    registration.number(),
                    Journal.SYSTEM,
                    LocalizedMessage.of(
                            before.isEmpty() ? "provider.note.claimed" : "provider.note.claimedAgain",
                            request.instanceName(),
                            request.baseUrl()),
                    List.of(Receipt.secret(MessageType.CLAIM.payloadType(), false, request.signatureKey(), envelope)));
        }
        return answer(registration);
    }

    private Registration find(ClaimRequest request) {
        String secretHash = links.hashOf(request.secret());
        Optional<Registration> locked = registrations
                .ofSecret(secretHash)
                .filter(found -> found.number().equals(request.registration()))
                .map(found -> registrations.lock(found.number()));
        if (locked.filter(found -> found.snapshot().closingReason() == ClosingReason.EXPIRED)
                .isPresent()) {
            throw new Problem(ProblemCode.LINK_EXPIRED);
        }
        return locked.filter(found -> found.link()
                        .filter(link -> link.secretHash().equals(secretHash))
                        .isPresent())
                .orElseThrow(() -> new Problem(ProblemCode.LINK_REFUSED));
    }

    private Claim claim(ClaimRequest request) {
        return new Claim(
                request.party().thumbprint(),
                request.instanceName(),
                request.signatureKey(),
                request.encryptionKey(),
                random.next(),
                request.oauthClientKey().json(),
                clock.instant());
    }

    private ClaimResponse answer(Registration registration) {
        Claim claim = registration.claim().orElseThrow();
        return ClaimResponse.at(
                Objects.requireNonNull(instance.baseUrl()).toString(),
                registration.number(),
                claim.thumbprint(),
                claim.clientId(),
                registration.link().orElseThrow().expiresAt(),
                directory.providerRecord().map(ProviderRecord::name).orElse(instance.name()));
    }
}
