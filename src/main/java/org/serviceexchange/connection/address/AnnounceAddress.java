package org.serviceexchange.connection.address;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.RecordAnnouncement;
import org.serviceexchange.connection.announcement.TellPeers;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.stereotype.Service;

/** Tells peers this instance's new address, again and again until they have adopted it or a person gives up on them. */
@Service
public class AnnounceAddress extends TellPeers {

    /** Whoever is told lives; only a record that was altered hides it. */
    private static final Duration TO_BE_MENDED = Duration.ofHours(9);

    private final ConnectionLookup connections;
    private final AddressMessages messages;
    private final InstanceKeys keys;
    private final OutboundHttp http;

    public AnnounceAddress(
            AddressAnnouncements announcements,
            ConnectionLookup connections,
            AddressMessages messages,
            RecordAnnouncement record,
            InstanceKeys keys,
            OutboundHttp http,
            Clock clock) {
        super(announcements, TO_BE_MENDED, record, clock);
        this.connections = connections;
        this.messages = messages;
        this.keys = keys;
        this.http = http;
    }

    @Override
    protected Optional<LivingConnection> living(Announcement announcement) {
        return connections.find(announcement.record());
    }

    @Override
    protected List<Receipt> tell(LivingConnection connection, Announcement announcement) {
        StatedAddress said = messages.say(connection, announcement.announced());
        byte[] envelope = messages.write(MessageType.ADDRESS, said);
        byte[] answer = http.post(
                URI.create(connection.peer().url() + ProtocolPaths.ADDRESSES), "application/json", envelope, Map.of());
        AddressMessages.readAnswer(answer, MessageType.ADDRESS_ANSWER, connection, said);
        return List.of(
                Receipt.signed(
                        MessageType.ADDRESS.payloadType(),
                        true,
                        keys.ofRecord(connection.subject()).signaturePublicKey(),
                        envelope),
                Receipt.signed(
                        MessageType.ADDRESS_ANSWER.payloadType(),
                        false,
                        connection.peer().signatureKey(),
                        answer));
    }

    @Override
    protected LocalizedMessage known(Announcement announcement) {
        return LocalizedMessage.of("address.note.known", InstanceAddress.shown(announcement.announced()));
    }

    @Override
    protected LocalizedMessage notKnown(Announcement announcement, Finding why) {
        return LocalizedMessage.of(
                "address.note.notKnown", InstanceAddress.shown(announcement.announced()), why.sentence());
    }
}
