package org.serviceexchange.connection.signature;

import org.serviceexchange.platform.background.BackgroundRound;
import org.springframework.stereotype.Component;

/** Tells peers the new signature key in the background: many silent peers take long. */
@Component
public class KeyRounds extends BackgroundRound {

    private final AnnounceKey announceKey;

    public KeyRounds(AnnounceKey announceKey) {
        super("signature-keys", "Peers could not be told the new signature key; it is tried again.");
        this.announceKey = announceKey;
    }

    @Override
    protected void round() {
        announceKey.announceDue();
    }
}
