package org.serviceexchange.provider.replacement;

import org.serviceexchange.connection.offboarding.OffBoardConnection;
import org.serviceexchange.connection.offboarding.OffBoardingOrder;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attaches a consumer again that has lost its record altogether, such as one with a new database: the connection ends, and a
 * registration of the same company, contact and address begins, for which the contact consents anew.
 */
@Service
public class ReplaceConnection {

    private final Registrations registrations;
    private final OffBoardConnection offBoardConnection;
    private final RegistrationProcess process;
    private final Replacements replacements;
    private final Numbers numbers;
    private final Journal journal;

    public ReplaceConnection(
            Registrations registrations,
            OffBoardConnection offBoardConnection,
            RegistrationProcess process,
            Replacements replacements,
            Numbers numbers,
            Journal journal) {
        this.registrations = registrations;
        this.offBoardConnection = offBoardConnection;
        this.process = process;
        this.replacements = replacements;
        this.numbers = numbers;
        this.journal = journal;
    }

    /**
     * The number of the new registration; either both happen, or neither. Problems: {@code CONNECTION_NOT_LIVE}, those of
     * {@link OffBoardConnection#offBoard}, and those for which a registration is refused, such as a contact who has left.
     */
    @Transactional
    public String replace(String number, String reason, String user) {
        numbers.lock("REG");
        Registration registration = registrations.lock(number);
        if (registration.state() != RegistrationState.CLOSED_COMPLETE) {
            throw registration.snapshot().notNow(ProblemCode.CONNECTION_NOT_LIVE);
        }
        RegistrationRequest request = registration.request();
        offBoardConnection.offBoard(ConnectionSide.PROVIDER, number, user, new OffBoardingOrder(reason));
        String next = process.start(
                new RegistrationOrder(request.companyId(), request.contactId(), request.consumerUrl(), user));
        replacements.add(next, number);
        journal.workNote(number, user, LocalizedMessage.of("replacement.note.replacedBy", next));
        journal.workNote(next, user, LocalizedMessage.of("replacement.note.replaces", number));
        return next;
    }
}
