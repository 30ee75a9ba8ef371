package org.serviceexchange.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing per user name and address. Someone at another address is not slowed, so nobody can lock an admin
 * out, and every pause ends.
 *
 * <p>Security guarantees: Somebody at another address is not slowed down. Every pause ends.
 */
@Component
public class Throttle {

    private static final int REMEMBERED = 10_000;
    private static final int LARGEST_SHIFT = 20;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final LoginThrottleSettings settings;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    public Throttle(LoginThrottleSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@code LOGIN_PAUSED} during a pause. */
    public synchronized void admit(String name, String address) {
        Failures known = failures.get(key(name, address));
        if (known != null && clock.instant().isBefore(known.last().plus(pauseAfter(known.count())))) {
            throw new Problem(ProblemCode.LOGIN_PAUSED);
        }
    }

    public synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        Failures known = failures.remove(key(name, address));
        boolean fresh = known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now);
        failures.put(key(name, address), new Failures(fresh ? 1 : known.count() + 1, now));
        if (failures.size() > REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    public synchronized void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private Duration pauseAfter(int count) {
        int beyond = count - settings.freeAttempts();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, LARGEST_SHIFT));
        return doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
    }

    private static String key(String name, String address) {
        String bounded = name.length() > 100 ? name.substring(0, 100) : name;
        return bounded.toLowerCase(Locale.ROOT) + "\n" + address;
    }

    private record Failures(int count, Instant last) {}
}
