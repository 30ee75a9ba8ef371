package org.serviceexchange.provider.authorization;

import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles an authorization request: a user who is logged in here came from the consumer to authorize the key exchange.
 */
@Service
public class ConnectAsUser {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final ContactMatch contactMatch;
    private final RecordMismatch recordMismatch;

    public ConnectAsUser(
            Registrations registrations,
            RegistrationProcess process,
            ContactMatch contactMatch,
            RecordMismatch recordMismatch) {
        this.registrations = registrations;
        this.process = process;
        this.contactMatch = contactMatch;
        this.recordMismatch = recordMismatch;
    }

    /**
     * Triggers the contact match in the process, and returns whether the user is the contact of the client's
     * registration. After a successful match, another user is only recorded and does not trigger the process, which may
     * be about to receive the key confirmation.
     */
    @Transactional
    public boolean connect(String clientId, String userId) {
        return registrations
                .lockOfClient(clientId)
                .filter(registration -> connect(registration, userId))
                .isPresent();
    }

    private boolean connect(Registration registration, String userId) {
        boolean contact = contactMatch.isContact(registration, userId);
        boolean matched = registration.snapshot().authorization().match() != null;
        if (contact && !matched) {
            process.contactConnecting(registration.number(), userId);
        } else if (contact || !matched) {
            process.consumerConnecting(registration.number(), userId);
        } else {
            recordMismatch.record(registration.number(), userId);
        }
        return contact;
    }
}
