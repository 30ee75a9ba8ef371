package org.serviceexchange.connection.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.signature.KeyAnnouncements.KeyAnnouncement;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes whether a peer knows this instance's new signature key. */
@Service
public class RecordKeyAnnouncement {

    private final KeyAnnouncements announcements;
    private final Journal journal;
    private final InstanceKeys keys;

    public RecordKeyAnnouncement(KeyAnnouncements announcements, Journal journal, InstanceKeys keys) {
        this.announcements = announcements;
        this.journal = journal;
        this.keys = keys;
    }

    /** The peer answered that it has pinned the key, which signs for it from now on. */
    @Transactional
    public void known(
            LivingConnection connection,
            KeyAnnouncement announcement,
            StatedKey said,
            byte[] envelope,
            byte[] answer,
            Instant at) {
        if (!said.announced().equals(announcement.announced()) || !announcements.known(announcement, at)) {
            return;
        }
        String signer = connection.side() == ConnectionSide.PROVIDER ? said.provider() : said.consumer();
        journal.workNote(
                connection.subject(),
                Journal.SYSTEM,
                LocalizedMessage.of("signature.note.known", announcement.announced()),
                List.of(
                        Receipt.signed(
                                MessageType.SIGNATURE_KEY.payloadType(),
                                true,
                                keys.as(signer).signaturePublicKey(),
                                envelope),
                        Receipt.signed(
                                MessageType.SIGNATURE_KEY_ANSWER.payloadType(),
                                false,
                                connection.peer().signatureKey(),
                                answer)));
    }

    /** The peer did not pin it. The journal says so when the reason is another one than before. */
    @Transactional
    public void failed(LivingConnection connection, KeyAnnouncement announcement, Finding why, Instant again) {
        announcements.failed(announcement, why, again);
        Optional<ProblemCode> before =
                Optional.ofNullable(announcement.failure()).map(Finding::code);
        if (before.filter(why.code()::equals).isEmpty()) {
            journal.workNote(
                    connection.subject(),
                    Journal.SYSTEM,
                    LocalizedMessage.of("signature.note.notKnown", announcement.announced(), why.sentence()));
        }
    }
}
