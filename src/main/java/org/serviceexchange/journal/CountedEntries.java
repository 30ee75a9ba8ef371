package org.serviceexchange.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what happens to registrations and connections, by the entries of their journals, once they are committed. */
@Component
class CountedEntries {

    private final MeterRegistry meters;

    CountedEntries(MeterRegistry meters) {
        this.meters = meters;
    }

    @TransactionalEventListener
    void committed(JournalEntryAppended entry) {
        Counter.builder("service-exchange.events")
                .description("What happened to registrations and connections, by the text of the journal's entry.")
                .tag("event", entry.message().key())
                .register(meters)
                .increment();
    }
}
