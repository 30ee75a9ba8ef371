package org.serviceexchange.connection.suspension;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says until when a connection rests, so that its process waits with everything that is due. */
@Service
public class CheckSuspension {

    private final Standstills standstills;

    public CheckSuspension(Standstills standstills) {
        this.standstills = standstills;
    }

    /** Empty if the connection does not rest. */
    public Optional<Instant> until(String number) {
        return Optional.of(standstills.of(number)).filter(Standstill::holds).map(Standstill::until);
    }
}
