package org.serviceexchange.platform.web.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, with a budget of attempts per user name and source, and a larger one per address for all names.
 * An attempt is taken from the budgets when it is admitted, so attempts at the same moment cannot share one; a
 * successful one is given back.
 *
 * <p>Security guarantees: Somebody at another address is not slowed down. Every pause ends. Of attempts at the same
 * moment no more are admitted than the budget has.
 */
@Component
public class Throttle {

    private static final int REMEMBERED = 10_000;
    private static final int LARGEST_SHIFT = 20;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final LoginThrottleSettings settings;
    private final Clock clock;
    private final Map<String, Attempts> bySource = new LinkedHashMap<>();
    private final Map<String, Attempts> byAddress = new LinkedHashMap<>();

    public Throttle(LoginThrottleSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes from the budget of the name at this address and from that of the address; {@code LOGIN_PAUSED} if empty. */
    public synchronized Attempt admit(String name, String address) {
        String network = ClientNetwork.of(address);
        requireBudget(byAddress.get(network), settings.freeAttemptsPerAddress());
        Attempt attempt = admitKnown(name, network);
        count(byAddress, network);
        return new Attempt(attempt.source(), network);
    }

    /** The same for a source that has proved itself before, such as a session or device; other names do not count. */
    public synchronized Attempt admitKnown(String name, String source) {
        String key = key(name, source);
        requireBudget(bySource.get(key), settings.freeAttempts());
        count(bySource, key);
        return new Attempt(key, null);
    }

    /** Forgets the wrong attempts of a source that has just proved itself. */
    public synchronized void forget(String name, String source) {
        bySource.remove(key(name, source));
    }

    private void requireBudget(@Nullable Attempts known, int free) {
        if (known != null && clock.instant().isBefore(known.last().plus(pause(known.count() - free)))) {
            throw new Problem(ProblemCode.LOGIN_PAUSED);
        }
    }

    private void count(Map<String, Attempts> attempts, String key) {
        Instant now = clock.instant();
        Attempts known = attempts.remove(key);
        boolean fresh = known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now);
        attempts.put(key, new Attempts(fresh ? 1 : known.count() + 1, now));
        if (attempts.size() > REMEMBERED) {
            attempts.remove(attempts.keySet().iterator().next());
        }
    }

    private static void giveBack(Map<String, Attempts> attempts, @Nullable String key) {
        if (key != null) {
            attempts.computeIfPresent(
                    key, (same, known) -> known.count() > 1 ? new Attempts(known.count() - 1, known.last()) : null);
        }
    }

    private Duration pause(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, LARGEST_SHIFT));
        return doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
    }

    private static String key(String name, String source) {
        String bounded = name.length() > 100 ? name.substring(0, 100) : name;
        return bounded.toLowerCase(Locale.ROOT) + "\n" + source;
    }

    private record Attempts(int count, Instant last) {}

    /** An admitted attempt; whoever says nothing about it lets it count as a wrong one. */
    public final class Attempt {

        private final String source;
        private final @Nullable String network;

        private Attempt(String source, @Nullable String network) {
            this.source = source;
            this.network = network;
        }

        private String source() {
            return source;
        }

        /** Forgets the wrong attempts of this name and source; others at the same address keep theirs. */
        public void succeeded() {
            synchronized (Throttle.this) {
                bySource.remove(source);
                giveBack(byAddress, network);
            }
        }

        /** Nothing was guessed: the attempt does not count. */
        public void withdrawn() {
            synchronized (Throttle.this) {
                giveBack(bySource, source);
                giveBack(byAddress, network);
            }
        }
    }
}
