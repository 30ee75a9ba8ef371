package org.serviceexchange.connection.address;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.address.Announcements.Announcement;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes whether a peer knows this instance's new address. */
@Service
public class RecordAnnouncement {

    private final Announcements announcements;
    private final Journal journal;
    private final InstanceKeys keys;

    public RecordAnnouncement(Announcements announcements, Journal journal, InstanceKeys keys) {
        this.announcements = announcements;
        this.journal = journal;
        this.keys = keys;
    }

    /** The peer answered that it has adopted the address. */
    @Transactional
    public void known(LivingConnection connection, Announcement announcement, byte[] said, byte[] answer, Instant at) {
        announcements.known(announcement, at);
        journal.workNote(
                connection.subject(),
                Journal.SYSTEM,
                LocalizedMessage.of("address.note.known", InstanceAddress.shown(announcement.address())),
                List.of(
                        Receipt.signed(
                                MessageType.ADDRESS.payloadType(),
                                true,
                                keys.ofRecord(connection.subject()).signaturePublicKey(),
                                said),
                        Receipt.signed(
                                MessageType.ADDRESS_ANSWER.payloadType(),
                                false,
                                connection.peer().signatureKey(),
                                answer)));
    }

    /** The peer did not adopt it. The journal says so when the reason is another one than before. */
    @Transactional
    public void failed(LivingConnection connection, Announcement announcement, Finding why, Instant again) {
        announcements.failed(announcement, why, again);
        Optional<ProblemCode> before =
                Optional.ofNullable(announcement.failure()).map(Finding::code);
        if (before.filter(why.code()::equals).isEmpty()) {
            journal.workNote(
                    connection.subject(),
                    Journal.SYSTEM,
                    LocalizedMessage.of(
                            "address.note.notKnown", InstanceAddress.shown(announcement.address()), why.sentence()));
        }
    }
}
