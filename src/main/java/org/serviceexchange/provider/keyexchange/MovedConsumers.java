package org.serviceexchange.provider.keyexchange;

import org.serviceexchange.connection.address.PeerAddresses;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Consumers of live connections that have moved: their registrations have the address. */
@Service
class MovedConsumers implements PeerAddresses {

    private final Registrations registrations;
    private final RegistrationPages pages;
    private final RegistrationRefusals refusals;
    private final Heartbeats heartbeats;

    MovedConsumers(
            Registrations registrations,
            RegistrationPages pages,
            RegistrationRefusals refusals,
            Heartbeats heartbeats) {
        this.registrations = registrations;
        this.pages = pages;
        this.refusals = refusals;
        this.heartbeats = heartbeats;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    /** A {@code REGISTRATION_EXISTS} or {@code CONNECTION_EXISTS} problem if the company has another one at that address. */
    @Override
    public void moved(String number, String address) {
        Registration registration =
                registrations.lock(pages.ofConnection(number).orElseThrow().number());
        refusals.requireFree(registration.request().companyId(), address);
        registration.proved(
                new Party(address, registration.claim().orElseThrow().signatureKey()));
        registrations.save(registration);
        LivingConsumers.followed(registration).ifPresent(heartbeats::follow);
    }
}
