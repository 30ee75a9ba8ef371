package org.serviceexchange.provider.keyexchange;

import org.serviceexchange.connection.signature.PeerKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Consumers of live connections that have another signature key: their claims have it from then on. */
@Service
class RekeyedConsumers implements PeerKeys {

    private final Registrations registrations;
    private final RegistrationPages pages;

    RekeyedConsumers(Registrations registrations, RegistrationPages pages) {
        this.registrations = registrations;
        this.pages = pages;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    @Override
    public void replaced(String number, byte[] signatureKey) {
        Registration registration =
                registrations.lock(pages.ofConnection(number).orElseThrow().number());
        registration.proved(new Party(registration.request().consumerUrl(), signatureKey));
        registrations.save(registration);
    }
}
