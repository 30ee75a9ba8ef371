package org.serviceexchange.provider;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Someone who is logged in here came from the consumer to authorize the key exchange. */
@Service
public class ConnectAsUser {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final ContactMatch contactMatch;

    ConnectAsUser(Registrations registrations, RegistrationProcess process, ContactMatch contactMatch) {
        this.registrations = registrations;
        this.process = process;
        this.contactMatch = contactMatch;
    }

    /** Lets the process match the contact, and tells whether the user is the contact of the client's registration. */
    @Transactional
    public boolean connect(String clientId, String userId) {
        return registrations
                .ofClient(clientId)
                .map(found -> registrations.lock(found.number()))
                .filter(registration -> connect(registration, userId))
                .isPresent();
    }

    private boolean connect(Registration registration, String userId) {
        process.consumerConnecting(registration.number(), userId);
        return contactMatch.isContact(registration, userId);
    }
}
