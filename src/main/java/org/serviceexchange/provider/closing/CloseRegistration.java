package org.serviceexchange.provider.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.serviceexchange.connection.state.AskedFirst;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a registration without a connection, and destroys its keys. Has no effect if it is closed so already. */
@Service
public class CloseRegistration {

    private final Registrations registrations;
    private final AbandonedKeys abandonedKeys;
    private final Journal journal;
    private final ProviderSettings settings;
    private final AskedFirst askedFirst;
    private final Clock clock;

    public CloseRegistration(
            Registrations registrations,
            AbandonedKeys abandonedKeys,
            Journal journal,
            ProviderSettings settings,
            AskedFirst askedFirst,
            Clock clock) {
        this.settings = settings;
        this.askedFirst = askedFirst;
        this.clock = clock;
        this.registrations = registrations;
        this.abandonedKeys = abandonedKeys;
        this.journal = journal;
    }

    /** An admin cancelled it. */
    @Transactional
    public void cancel(String number) {
        close(number, ClosingReason.CANCELLED, registration -> "provider.note.cancelled");
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

    /** A live connection ended at the consumer. */
    @Transactional
    public void end(String number, ClosingReason reason) {
        close(number, reason, registration -> "provider.note." + reason);
    }

    /** An admin gave it up after its key exchange failed. */
    @Transactional
    public void closeFailed(String number) {
        close(number, ClosingReason.FAILED, registration -> "provider.note.failed");
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
    private void close(String number, ClosingReason reason, Function<Registration, String> note) {
        Registration registration = registrations.lock(number);
        if (registration.state() == RegistrationState.CLOSED_INCOMPLETE) {
            return;
        }
        LocalizedMessage why = LocalizedMessage.of(note.apply(registration));
        abandonedKeys.destroy(registration);
        registration.close(reason);
        registrations.save(registration);
        journal.workNote(number, Journal.SYSTEM, why);
    }

    private static String notInTime(Registration registration) {
        if (!registration.isOpen()) {
            return "provider.note.notResolvedInTime";
        }
        boolean proved = registration
                .connection()
                .filter(connection -> connection.inboundSince() != null)
                .isPresent();
        return proved ? "provider.note.notActiveInTime" : "provider.note.expired";
    }
}
