package org.serviceexchange.connection.address;

import java.time.Clock;
import org.serviceexchange.platform.background.BackgroundRound;
import org.springframework.stereotype.Component;

/** Tells peers the address in the background: many silent peers take long. */
@Component
public class AddressRounds extends BackgroundRound {

    private final NoticeMove noticeMove;
    private final AnnounceAddress announceAddress;
    private final Clock clock;

    /** Used in one thread only. */
    private boolean noticed;

    public AddressRounds(NoticeMove noticeMove, AnnounceAddress announceAddress, Clock clock) {
        super("addresses", "Peers could not be told the address; it is tried again.");
        this.noticeMove = noticeMove;
        this.announceAddress = announceAddress;
        this.clock = clock;
    }

    /** A move is noticed once after the start: otherwise nodes with two addresses, one restarted and one not yet, would move by turns. */
    @Override
    protected void round() {
        if (!noticed) {
            noticeMove.notice(clock.instant());
            noticed = true;
        }
        announceAddress.announceDue();
    }
}
