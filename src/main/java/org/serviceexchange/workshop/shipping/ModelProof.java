package org.serviceexchange.workshop.shipping;

import java.util.List;
import java.util.Map;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Proves that an onboarding with these models always comes to a good end. */
public interface ModelProof {

    /**
     * What came of it.
     *
     * @param against what can go wrong, a sentence each
     * @param unproved why nothing can be said, a sentence each
     */
    record Verdict(List<LocalizedMessage> against, List<LocalizedMessage> unproved) {

        public Verdict {
            against = List.copyOf(against);
            unproved = List.copyOf(unproved);
        }
    }

    /** The verdict on models that passed the rule book; takes seconds. */
    Verdict of(Map<String, byte[]> files);
}
