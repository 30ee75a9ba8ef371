package org.serviceexchange.connection.state;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adopts a peer's answer, and keeps it, in one transaction. */
@Service
public class AdoptState {

    private final Inquiries inquiries;

    public AdoptState(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /**
     * What is left to do without a transaction; empty, and nothing is changed, if the own record is another version than the
     * one for which the peer was asked.
     */
    @Transactional
    public Optional<Runnable> adopt(
            SharedRecords records,
            String number,
            long version,
            StateFacts said,
            @Nullable Instant taken,
            Instant now) {
        if (!records.lock(number, version)) {
            return Optional.empty();
        }
        inquiries.heard(records.side(), number, said, taken, now);
        return Optional.of(records.adopt(number, said));
    }
}
