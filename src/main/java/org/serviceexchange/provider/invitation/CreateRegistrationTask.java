package org.serviceexchange.provider.invitation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a registration that passed its checks, with its first link. */
@Service
public class CreateRegistrationTask {

    private final Registrations registrations;
    private final RegistrationLinks links;
    private final Journal journal;

    public CreateRegistrationTask(Registrations registrations, RegistrationLinks links, Journal journal) {
        this.registrations = registrations;
        this.links = links;
        this.journal = journal;
    }

    /**
     * Opens the registration and returns when the link expires.
     *
     * @param life how long the link can be used; null for the time of the settings
     */
    @Transactional
    public Instant create(String number, @Nullable Duration life) {
        Registration registration = registrations.lock(number);
        if (registration.link().isPresent()) {
            return registration.link().orElseThrow().expiresAt();
        }
        Link link = links.make(number, life);
        registration.open(link);
        registrations.save(registration);
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.open", link.expiresAt()));
        return link.expiresAt();
    }
}
