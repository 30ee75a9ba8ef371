package org.serviceexchange.connection.contact.store;

import java.time.Duration;
import org.serviceexchange.connection.contact.WatchContacts;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every five minutes, on one node, whether a person is to be asked about a contact, or need not be any more. */
@Configuration(proxyBeanMethods = false)
class ContactHousekeeping {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** Removes nothing that counts. */
    @Bean
    HousekeepingTask contacts(WatchContacts watchContacts) {
        return HousekeepingTask.ofParts("contacts", PAUSE, now -> watchContacts.watch());
    }
}
