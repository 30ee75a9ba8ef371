package org.serviceexchange.provider.invitation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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

    /**
     * Replaces the link and returns when the new one expires.
     *
     * @param life how long the link can be used; null for the time of the settings
     */
    @Transactional
    public Instant renew(String number, @Nullable Duration life) {
        Registration registration = registrations.lock(number);
        abandonedKeys.destroy(registration);
        Link link = links.make(number, life);
        registration.renewLink(link);
        registrations.save(registration);
        journal.workNote(number, Journal.SYSTEM, LocalizedMessage.of("provider.note.newLink", link.expiresAt()));
        return link.expiresAt();
    }
}
