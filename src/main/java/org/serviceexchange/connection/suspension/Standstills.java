package org.serviceexchange.connection.suspension;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Of all these connections, in one statement. */
    public Map<String, Standstill> of(Collection<String> numbers) {
        Instant now = clock.instant();
        Map<String, List<KeptSuspension>> kept = kept(numbers);
        return numbers.stream()
                .distinct()
                .collect(Collectors.toMap(
                        number -> number, number -> Standstill.of(kept.getOrDefault(number, List.of()), now)));
    }

    /** What is announced for these connections and has not begun, the next of each, in one statement. */
    public Map<String, Suspension> announced(Collection<String> numbers) {
        Instant now = clock.instant();
        return kept(numbers).entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(KeptSuspension::suspension)
                        .filter(one -> one.pending(now) && one.from().isAfter(now))
                        .min(Comparator.comparing(Suspension::from))
                        .map(next -> Map.entry(entry.getKey(), next))
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, List<KeptSuspension>> kept(Collection<String> numbers) {
        return suspensions.of(numbers).stream().collect(Collectors.groupingBy(KeptSuspension::connection));
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
