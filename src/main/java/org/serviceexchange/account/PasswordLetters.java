package org.serviceexchange.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.account.PasswordLinkMail.Letter;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Service;

/** Sends a user a link, in the language chosen for the user. */
@Service
class PasswordLetters {

    private final PasswordLinkMail mail;
    private final Users users;
    private final Directory directory;
    private final InstanceSettings instance;

    PasswordLetters(PasswordLinkMail mail, Users users, Directory directory, InstanceSettings instance) {
        this.mail = mail;
        this.users = users;
        this.directory = directory;
        this.instance = instance;
    }

    /** Whether mail is on, the user has an e-mail address, and this instance has one to which a link can lead. */
    boolean reach(User user) {
        return mail.on() && !user.mail().isEmpty() && instance.baseUrl() != null;
    }

    void send(User user, MadeLink made) {
        mail.send(new Letter(
                user.id(),
                user.displayName(),
                user.mail(),
                language(user),
                !users.hasPassword(user.id()),
                instance.name(),
                String.valueOf(instance.baseUrl()),
                made.link(),
                made.expiresAt()));
    }

    private @Nullable Locale language(User user) {
        return directory.contact(user.id()).map(Contact::language).orElse(null);
    }
}
