package org.serviceexchange.notice;

import org.serviceexchange.platform.background.BackgroundRound;
import org.springframework.stereotype.Component;

/** Distributes and sends notices in the background, so that nobody waits for a mail server. */
@Component
public class NoticeRounds extends BackgroundRound {

    private final DistributeNotices distributeNotices;
    private final SendNotices sendNotices;
    private final NoticeMail mail;

    NoticeRounds(DistributeNotices distributeNotices, SendNotices sendNotices, NoticeMail mail) {
        super("notices", "Notices could not be sent and are tried again.");
        this.distributeNotices = distributeNotices;
        this.sendNotices = sendNotices;
        this.mail = mail;
    }

    /** Has no effect if mail is off. */
    @Override
    protected void round() {
        if (!mail.on()) {
            return;
        }
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = distributeNotices.distribute();
        }
        sendNotices.sendDue();
    }
}
