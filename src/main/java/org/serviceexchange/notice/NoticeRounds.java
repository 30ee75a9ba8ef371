package org.serviceexchange.notice;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Distributes and sends notices in a thread of its own, so that nobody waits for a mail server. */
@Component
public class NoticeRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRounds.class);

    private final DistributeNotices distributeNotices;
    private final SendNotices sendNotices;
    private final NoticeMail mail;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread created = new Thread(work, "notices");
        created.setDaemon(true);
        return created;
    });

    NoticeRounds(DistributeNotices distributeNotices, SendNotices sendNotices, NoticeMail mail) {
        this.distributeNotices = distributeNotices;
        this.sendNotices = sendNotices;
        this.mail = mail;
    }

    /** Begins a round in the background, unless one is going on or mail is off. */
    public void start() {
        if (mail.on() && running.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    round();
                } catch (RuntimeException e) {
                    LOG.warn("Notices could not be sent and are tried again.", e);
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private void round() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = distributeNotices.distribute();
        }
        sendNotices.sendDue();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
