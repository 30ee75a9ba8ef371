package org.serviceexchange.provider.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
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

    /** Opens the registration and returns when the link expires. */
    @Transactional
    public Instant create(String number) {
        return create(number, () -> links.make(number));
    }

    /** The same with a link that can be used for this time. */
    @Transactional
    public Instant create(String number, Duration life) {
        return create(number, () -> links.make(number, life));
    }

    private Instant create(String number, Supplier<Link> first) {
        Registration registration = registrations.lock(number);
        if (registration.link().isPresent()) {
            return registration.link().orElseThrow().expiresAt();
        }
        Link link = first.get();
        registration.open(link);
        registrations.save(registration);
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.open", link.expiresAt()));
        return link.expiresAt();
    }
}
