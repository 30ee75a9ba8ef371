package org.serviceexchange.provider.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.connection.state.AskedFirst;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a registration without a connection, or ends the one that it has, with its keys, client and tokens. Has no effect on one that is over. */
@Service
public class CloseRegistration {

    private final Registrations registrations;
    private final EndConnection endConnection;
    private final Grants grants;
    private final Journal journal;
    private final ProviderSettings settings;
    private final AskedFirst askedFirst;
    private final Clock clock;

    public CloseRegistration(
            Registrations registrations,
            EndConnection endConnection,
            Grants grants,
            Journal journal,
            ProviderSettings settings,
            AskedFirst askedFirst,
            Clock clock) {
        this.settings = settings;
        this.askedFirst = askedFirst;
        this.clock = clock;
        this.registrations = registrations;
        this.endConnection = endConnection;
        this.grants = grants;
        this.journal = journal;
    }

    /** An admin cancelled it. */
    @Transactional
    public void cancel(String number) {
        close(number, ClosingReason.CANCELLED, registration -> LocalizedMessage.of("provider.note.cancelled"));
    }

    /**
     * Somebody who has the link declined; nobody knows who.
     *
     * @param reason what that person wrote; may be empty
     */
    @Transactional
    public void decline(String number, String reason) {
        close(
                number,
                ClosingReason.DECLINED,
                registration -> reason.isEmpty()
                        ? LocalizedMessage.of("provider.note.declined")
                        : LocalizedMessage.of("provider.note.declinedBecause", reason));
    }

    /** An approval was refused, or not given in time; the note says which. */
    @Transactional
    public void notApproved(String number, LocalizedMessage note) {
        close(number, ClosingReason.NOT_APPROVED, registration -> note);
    }

    /** Its link expired, or nobody resolved the findings in time; a {@link NotYetDue} if the record says otherwise. */
    @Transactional
    public void expire(String number) {
        Registration registration = registrations.lock(number);
        Instant findingsDue = registration.request().at().plus(settings.taskLife());
        requireDue(registration, registration.link().map(Link::expiresAt).orElse(findingsDue));
        close(number, ClosingReason.EXPIRED, CloseRegistration::notInTime);
    }

    /** Nobody reviewed it in time; a {@link NotYetDue} if it has not been pending on a review for so long. */
    @Transactional
    public void notReviewed(String number) {
        requireDue(
                registrations.lock(number), registrations.pendingSince(number).plus(settings.taskLife()));
        closeFailed(number);
    }

    /** A live connection ends, there or here. */
    @Transactional
    public void end(String number, ClosingReason reason) {
        close(number, reason, registration -> LocalizedMessage.of("provider.note." + reason));
    }

    /** An admin gave it up after its key exchange failed. */
    @Transactional
    public void closeFailed(String number) {
        close(number, ClosingReason.FAILED, registration -> LocalizedMessage.of("provider.note.failed"));
    }

    /** A timer that fires early must not close anything; one that comes after the end finds nothing to do. */
    private void requireDue(Registration registration, Instant due) {
        if (!registration.state().closed()) {
            NotYetDue.requireDue(due, clock.instant());
            if (registration.claim().isPresent()) {
                askedFirst.beforeGivingUp(ConnectionSide.PROVIDER, registration.number(), due);
            }
        }
    }

    /** The note is about the registration as it was before. */
    private void close(String number, ClosingReason reason, Function<Registration, LocalizedMessage> note) {
        Registration registration = registrations.lock(number);
        if (registration.state().over()) {
            return;
        }
        LocalizedMessage why = note.apply(registration);
        Optional<String> client = registration.claim().map(Claim::clientId);
        Optional<String> connection = registration.connection().map(ConsumerConnection::number);
        registration.close(reason);
        registrations.save(registration);
        client.ifPresent(grants::removeOf);
        connection.ifPresent(endConnection::end);
        journal.workNote(number, Journal.SYSTEM, why);
    }

    private static LocalizedMessage notInTime(Registration registration) {
        if (!registration.isOpen()) {
            return LocalizedMessage.of("provider.note.notResolvedInTime");
        }
        boolean proved = registration
                .connection()
                .filter(connection -> connection.inboundSince() != null)
                .isPresent();
        return LocalizedMessage.of(proved ? "provider.note.notActiveInTime" : "provider.note.expired");
    }
}
