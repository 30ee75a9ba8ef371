package org.serviceexchange.provider.registration.engine;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.springframework.stereotype.Component;

/**
 * The user who is logged in while a consumer connects, handed from the call that authenticated them to the steps of the process
 * that this call runs. It is no variable of the process, because anybody who can write variables could then be the contact.
 */
@Component
public class ConnectingUser {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    /** Runs the steps that follow while this user is logged in. */
    void during(String userId, Runnable steps) {
        String before = CURRENT.get();
        CURRENT.set(userId);
        try {
            steps.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** The user, or the one of a message that was kept; an exception if the step runs for neither. */
    public String id() {
        String current = CURRENT.get();
        return current == null
                ? KeptMessages.sender()
                        .orElseThrow(() -> new IllegalStateException("Nobody is logged in while this step runs."))
                : current;
    }
}
