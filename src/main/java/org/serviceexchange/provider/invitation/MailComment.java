package org.serviceexchange.provider.invitation;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.DeliveryFailed;
import org.serviceexchange.provider.registration.DeliveryPostponed;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationMail.Comment;
import org.springframework.stereotype.Service;

/** Sends a comment of the journal to the contact, who would otherwise read it with the next visit only. */
@Service
public class MailComment {

    private final RegistrationMail mail;
    private final Directory directory;
    private final Users users;
    private final InstanceSettings instance;
    private final Journal journal;

    MailComment(RegistrationMail mail, Directory directory, Users users, InstanceSettings instance, Journal journal) {
        this.mail = mail;
        this.directory = directory;
        this.users = users;
        this.instance = instance;
        this.journal = journal;
    }

    /** Whether it can be sent. */
    public boolean on() {
        return mail.on();
    }

    /** Sends it; the recording says whether, in the journal, and returns why not. No transaction may be open before. */
    public Recording<Optional<Finding>> send(Registration registration, String author, String text) {
        String number = registration.number();
        Contact contact = directory
                .contact(registration.request().contactId())
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONTACT_UNKNOWN, registration.request().contactId()));
        try {
            mail.send(comment(registration, contact, author, text));
        } catch (DeliveryFailed failed) {
            return notSent(number, author, failed.finding());
        } catch (DeliveryPostponed later) {
            return notSent(number, author, later.finding());
        }
        return () -> {
            journal.workNote(
                    number,
                    Author.of(author),
                    LocalizedMessage.of("provider.note.commentMailed", contact.displayName(), contact.mail()));
            return Optional.empty();
        };
    }

    private Recording<Optional<Finding>> notSent(String number, String author, Finding why) {
        return () -> {
            journal.workNote(
                    number, Author.of(author), LocalizedMessage.of("provider.note.commentNotMailed", why.cause()));
            return Optional.of(why);
        };
    }

    private Comment comment(Registration registration, Contact contact, String author, String text) {
        Optional<User> writer = users.find(author);
        return new Comment(
                registration.number(),
                contact.displayName(),
                contact.mail(),
                contact.language(),
                directory.providerRecord().map(ProviderRecord::name).orElse(""),
                writer.map(User::displayName).orElse(author),
                writer.map(User::mail).orElse(""),
                text,
                URI.create(Objects.toString(instance.baseUrl(), "") + "/registrations/" + registration.number()));
    }
}
