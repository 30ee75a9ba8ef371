package org.serviceexchange.platform.web.throttle;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.CookieSignatures;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, with a budget of attempts per user name and source, and a larger one per address for all names.
 * All nodes take from the same budgets. An attempt is taken from the budgets when it is admitted, so attempts at the same
 * moment cannot share one; a successful one is given back.
 *
 * <p>Security guarantees: Somebody at another address is not slowed down. Every pause ends. Of attempts at the same
 * moment no more are admitted than the budget has.
 */
@Component
public class Throttle {

    private static final String PURPOSE = "attempts";

    private final LoginThrottleSettings settings;
    private final AttemptBudgets budgets;
    private final CookieSignatures hashes;
    private final Clock clock;

    public Throttle(LoginThrottleSettings settings, AttemptBudgets budgets, CookieSignatures hashes, Clock clock) {
        this.settings = settings;
        this.budgets = budgets;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** Takes from the budget of the name at this address and from that of the address; {@code LOGIN_PAUSED} if empty. */
    public Attempt admit(String name, String address) {
        String network = ClientNetwork.of(address);
        String ofAddress = hash("network\n" + network);
        take(ofAddress, settings.freeAttemptsPerAddress());
        try {
            return new Attempt(admitKnown(name, network).source(), ofAddress);
        } catch (Problem paused) {
            budgets.giveBack(ofAddress, settings.freeAttemptsPerAddress());
            throw paused;
        }
    }

    /** The same for a source that has proved itself before, such as a session or device; other names do not count. */
    public Attempt admitKnown(String name, String source) {
        String ofSource = hash(key(name, source));
        take(ofSource, settings.freeAttempts());
        return new Attempt(ofSource, null);
    }

    /** Forgets the wrong attempts of a source that has just proved itself. */
    public void forget(String name, String source) {
        budgets.fill(hash(key(name, source)));
    }

    private void take(String budget, int free) {
        if (!budgets.take(budget, free, clock.instant())) {
            throw new Problem(ProblemCode.LOGIN_PAUSED);
        }
    }

    private static String key(String name, String source) {
        String bounded = name.length() > 100 ? name.substring(0, 100) : name;
        return "name\n" + bounded.toLowerCase(Locale.ROOT) + "\n" + source;
    }

    /** While the keys of this instance cannot be used, all share one budget: nobody guesses faster for it. */
    private String hash(String text) {
        return hashes.of(PURPOSE, text).orElse("");
    }

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
            budgets.fill(source);
            returnToAddress();
        }

        /** Nothing was guessed: the attempt does not count. */
        public void withdrawn() {
            budgets.giveBack(source, settings.freeAttempts());
            returnToAddress();
        }

        private void returnToAddress() {
            if (network != null) {
                budgets.giveBack(network, settings.freeAttemptsPerAddress());
            }
        }
    }
}
