package org.serviceexchange.platform.engine.kept;

import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;

/**
 * A message as its job keeps it.
 *
 * @param name the name of the message
 * @param tries how often the job has found nothing that waits for it
 * @param sender the user with whom it came; empty if none
 */
record KeptMessage(String name, int tries, String sender) implements JobHandlerConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;

    static KeptMessage read(String text) {
        String[] parts = text.split(" ", 3);
        return new KeptMessage(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    @Override
    public String toCanonicalString() {
        return name + " " + tries + " " + sender;
    }

    KeptMessage triedAgain() {
        return new KeptMessage(name, tries + 1, sender);
    }

    /** Before the next try: two seconds at first, twice as long after each, about nine minutes at most. */
    Duration pause() {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    }
}
