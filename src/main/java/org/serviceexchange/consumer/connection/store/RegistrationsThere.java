package org.serviceexchange.consumer.connection.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.journal.JournalEntryAppended;
import org.serviceexchange.journal.PeerNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The providers' numbers of the registrations behind connections. They never change, so the last ones are remembered; of a new
 * connection the first entry tells it.
 */
@Repository
class RegistrationsThere implements PeerNumbers {

    private static final String PREFIX = "PCN";
    private static final String OPENED = "consumer.note.linkOpened";
    private static final int REMEMBERED = 1000;

    private final JdbcClient jdbc;
    private final Map<String, String> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    RegistrationsThere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(JournalEntryAppended entry) {
        String number = entry.subject();
        if (!number.startsWith(PREFIX)) {
            return Optional.empty();
        }
        if (entry.message().key().equals(OPENED)) {
            String told = String.valueOf(entry.message().arguments().get(0));
            remember(number, told);
            return Optional.of(told);
        }
        Optional<String> remembered = Optional.ofNullable(known.get(number));
        return remembered.isPresent() ? remembered : read(number);
    }

    private Optional<String> read(String number) {
        Optional<String> registration = jdbc.sql("select registration from provider_connection where number = ?")
                .param(number)
                .query(String.class)
                .optional();
        registration.ifPresent(found -> remember(number, found));
        return registration;
    }

    /** A connection whose opening is rolled back never was, and its number may be that of another one. */
    private void remember(String number, String registration) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.put(number, registration);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(number, registration);
            }
        });
    }
}
