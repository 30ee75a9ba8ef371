package org.serviceexchange.connection.suspension;

import java.time.Clock;
import java.time.Instant;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/** Says whether connections rest at this moment. */
@Component
public class Standstills {

    private final Suspensions suspensions;
    private final Clock clock;

    public Standstills(Suspensions suspensions, Clock clock) {
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** Of the connection with this number. */
    public Standstill of(String connection) {
        return Standstill.of(suspensions.of(connection), clock.instant());
    }

    /** Of the connection whose journal and page this number has. */
    public Standstill ofSubject(String subject) {
        return Standstill.of(suspensions.ofSubject(subject), clock.instant());
    }

    /** What this side tells the other one of its own suspension. */
    public Suspension own(String subject) {
        Instant now = clock.instant();
        return suspensions.ofSubject(subject).stream()
                .filter(KeptSuspension::own)
                .findFirst()
                .map(kept -> kept.suspension().at(now))
                .orElse(Suspension.NONE);
    }

    /** A {@code CONNECTION_SUSPENDED} problem if the connection rests. */
    public void requireNone(String connection) {
        Standstill now = of(connection);
        if (now.holds()) {
            throw new Problem(ProblemCode.CONNECTION_SUSPENDED, connection, now.until(), now.whose());
        }
    }
}
