package org.serviceexchange.provider.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the link of an open registration; the old link becomes invalid at once. */
@Service
public class RenewRegistrationLink {

    private final Registrations registrations;
    private final RegistrationLinks links;
    private final AbandonedKeys abandonedKeys;
    private final Journal journal;

    public RenewRegistrationLink(
            Registrations registrations, RegistrationLinks links, AbandonedKeys abandonedKeys, Journal journal) {
        this.registrations = registrations;
        this.links = links;
        this.abandonedKeys = abandonedKeys;
        this.journal = journal;
    }

    /** Replaces the link and returns when the new one expires. */
    @Transactional
    public Instant renew(String number) {
        return renew(number, () -> links.make(number));
    }

    /** The same with a link that can be used for this time. */
    @Transactional
    public Instant renew(String number, Duration life) {
        return renew(number, () -> links.make(number, life));
    }

    private Instant renew(String number, Supplier<Link> next) {
        Registration registration = registrations.lock(number);
        abandonedKeys.destroy(registration);
        Link link = next.get();
        registration.renewLink(link);
        registrations.save(registration);
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.newLink", link.expiresAt()));
        return link.expiresAt();
    }
}
