package org.serviceexchange.connection.address;

import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells peers the address in the background, in a thread of its own: many silent peers take long, and hinder nothing else. */
@Component
public class AddressRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AddressRounds.class);

    private final NoticeMove noticeMove;
    private final AnnounceAddress announceAddress;
    private final Clock clock;

    /** While a round runs, one more waits to run; others would do nothing that this one does not do. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(1),
            task -> {
                Thread created = new Thread(task, "addresses");
                created.setDaemon(true);
                return created;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    /** Used in one thread only. */
    private boolean noticed;

    public AddressRounds(NoticeMove noticeMove, AnnounceAddress announceAddress, Clock clock) {
        this.noticeMove = noticeMove;
        this.announceAddress = announceAddress;
        this.clock = clock;
    }

    /** Tells those that are due. */
    public void start() {
        thread.execute(() -> {
            try {
                round();
            } catch (RuntimeException e) {
                LOG.warn("Peers could not be told the address; it is tried again.", e);
            }
        });
    }

    /** A move is noticed once after the start: otherwise nodes with two addresses, one restarted and one not yet, would move by turns. */
    void round() {
        if (!noticed) {
            noticeMove.notice(clock.instant());
            noticed = true;
        }
        announceAddress.announceDue();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
