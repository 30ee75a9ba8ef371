package org.serviceexchange.provider.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationMail.Invitation;
import org.serviceexchange.provider.registration.RegistrationMail.Occasion;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/**
 * Reminds the contact of a link that no consumer has used yet. Which reminders were sent, or became the turn of an admin,
 * stands in the journal, which says when each was; a link that waits for an admin to send it is not reminded of.
 */
@Service
public class RemindContact {

    static final String REMINDED = "provider.note.reminded";
    static final String BY_HAND = "provider.note.remindByHand";
    static final String NOT_REMINDED = "provider.note.notReminded";
    static final String EXPIRING = "provider.note.expiring";

    private final Registrations registrations;
    private final Invitations invitations;
    private final RegistrationMail mail;
    private final Journal journal;
    private final ReminderPlan plan;
    private final ProviderSettings settings;
    private final Clock clock;

    RemindContact(
            Registrations registrations,
            Invitations invitations,
            RegistrationMail mail,
            Journal journal,
            ReminderPlan table,
            ProviderSettings settings,
            Clock clock) {
        this.registrations = registrations;
        this.invitations = invitations;
        this.mail = mail;
        this.journal = journal;
        this.plan = settings.hasReminders() ? RemindersOfSettings.of(settings) : table;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends the reminder that is due, if any; no transaction may be open until the recording. */
    public Recording<Boolean> remind(String number) {
        Registration registration = registrations.get(number);
        if (!waitsForTheContact(registration)) {
            return Recording.nothing(false);
        }
        Instant expiresAt = registration.link().orElseThrow().expiresAt();
        // All entries, because strangers can add as many as they like; this is once a day
        var history = new ReminderHistory(journal.entries(number), expiresAt, settings.linkLife());
        return switch (plan.at(clock.instant(), history.madeAt(), expiresAt, history.reminders())) {
            case NOTHING -> Recording.nothing(false);
            case REMINDER -> send(registration);
            case LAST_REMINDER -> history.hasLast(plan) ? Recording.nothing(false) : sendLast(registration, expiresAt);
        };
    }

    /**
     * Sends a reminder for an admin; a {@code LINK_NOT_OPEN} problem if there is nothing to remind of, and
     * {@code MAIL_NOT_TAKEN} or another problem of the mail server.
     */
    public Recording<Boolean> now(String number, String admin) {
        Registration registration = registrations.get(number);
        if (obstacle(registration).isPresent()) {
            throw registration.snapshot().notNow(ProblemCode.LINK_NOT_OPEN);
        }
        Invitation invitation = invitations.of(registration, Occasion.REMINDER);
        try {
            mail.send(invitation);
        } catch (DeliveryFailed failed) {
            throw problem(failed, failed.finding());
        } catch (DeliveryPostponed later) {
            throw problem(later, later.finding());
        }
        return () -> {
            journal.workNote(number, Author.of(admin), reminded(invitation));
            return true;
        };
    }

    /** Why an admin cannot remind the contact of this registration now; empty if that is possible. */
    public Optional<LocalizedMessage> obstacle(Registration registration) {
        if (!registration.isOpen()) {
            return Optional.of(registration.snapshot().label());
        }
        if (registration.claim().isPresent()) {
            return Optional.of(LocalizedMessage.of("provider.remind.claimed"));
        }
        if (!waitsForTheContact(registration)) {
            return Optional.of(LocalizedMessage.of("provider.remind.unsent"));
        }
        return mail.on() ? Optional.empty() : Optional.of(LocalizedMessage.of("provider.remind.mailOff"));
    }

    private static Problem problem(RuntimeException failure, Finding finding) {
        return new Problem(finding.code(), failure, finding.arguments().toArray());
    }

    private static boolean waitsForTheContact(Registration registration) {
        return registration.isOpen()
                && registration.claim().isEmpty()
                && !Link.awaitsSending(registration.snapshot().link());
    }

    private Recording<Boolean> send(Registration registration) {
        return send(registration, Occasion.REMINDER, RemindContact::reminded, LocalizedMessage.of(BY_HAND));
    }

    private Recording<Boolean> sendLast(Registration registration, Instant expiresAt) {
        LocalizedMessage expiring = LocalizedMessage.of(EXPIRING, expiresAt);
        return send(registration, Occasion.LAST_REMINDER, sent -> expiring, expiring);
    }

    /** What the mail server does not take now becomes the admin's turn, or comes again with the next round. */
    private Recording<Boolean> send(
            Registration registration,
            Occasion occasion,
            Function<Invitation, LocalizedMessage> noteOf,
            LocalizedMessage noteByHand) {
        String number = registration.number();
        if (!mail.on()) {
            return byHand(number, noteByHand);
        }
        Invitation invitation = invitations.of(registration, occasion);
        try {
            mail.send(invitation);
        } catch (DeliveryPostponed later) {
            return Recording.nothing(false);
        } catch (DeliveryFailed failed) {
            return byHand(
                    number, LocalizedMessage.of(NOT_REMINDED, failed.finding().cause()));
        }
        return () -> {
            journal.workNote(number, Journal.SYSTEM, noteOf.apply(invitation));
            return true;
        };
    }

    private static LocalizedMessage reminded(Invitation invitation) {
        return LocalizedMessage.of(REMINDED, invitation.contactName(), invitation.contactMail());
    }

    /** An admin reminds by sending the link. */
    private Recording<Boolean> byHand(String number, LocalizedMessage note) {
        return () -> {
            Registration registration = registrations.lock(number);
            if (waitsForTheContact(registration)) {
                registration.linkUnsent(true);
                registrations.save(registration);
                journal.workNote(number, Journal.SYSTEM, note);
            }
            return true;
        };
    }
}
