package org.serviceexchange.consumer.connection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Numbers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A single attempt to open a link: resumes the open connection, or adds one and starts its process. */
@Component
public class LinkEntry {

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final Numbers numbers;
    private final Sealing sealing;
    private final KeyedHash keyedHash;
    private final Journal journal;
    private final ConsumerSettings settings;
    private final Clock clock;

    public LinkEntry(
            ProviderConnections connections,
            ConnectionProcess process,
            Numbers numbers,
            Sealing sealing,
            KeyedHash keyedHash,
            Journal journal,
            ConsumerSettings settings,
            Clock clock) {
        this.connections = connections;
        this.process = process;
        this.numbers = numbers;
        this.sealing = sealing;
        this.keyedHash = keyedHash;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public String enter(RegistrationLink link, String user) {
        return connections
                .lockOpen(link.pin(), link.registration())
                .map(open -> resume(open, link, user))
                .orElseGet(() -> begin(link, user));
    }

    private String resume(ProviderConnection connection, RegistrationLink link, String user) {
        String number = connection.number();
        LinkInUse newer = inUse(number, link);
        if (connection.wouldTake(newer.hash())) {
            connection.takeNewerLink(newer);
            connections.save(connection);
            process.expiresAt(number, newer.expiresAt());
            process.newerLinkOpened(number);
            journal.workNote(number, user, LocalizedMessage.of("consumer.note.newerLink"));
        }
        return number;
    }

    private String begin(RegistrationLink link, String user) {
        String number = numbers.next("PCN");
        Invitation invitation = new Invitation(
                link.registration(),
                link.provider(),
                link.pin(),
                user,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        ProviderConnection connection = ProviderConnection.open(number, invitation, inUse(number, link));
        connections.add(connection);
        process.start(number, invitation, connection.snapshot().link().expiresAt());
        journal.workNote(
                number, user, LocalizedMessage.of("consumer.note.linkOpened", link.registration(), link.provider()));
        return number;
    }

    private LinkInUse inUse(String number, RegistrationLink link) {
        byte[] secret = link.secret().getBytes(StandardCharsets.UTF_8);
        return new LinkInUse(
                new LinkInUse.Secret(sealing.seal(OpenConnection.SECRET, number, secret)),
                keyedHash.of(OpenConnection.SECRET, link.secret()),
                clock.instant().plus(settings.waitForPerson()).truncatedTo(ChronoUnit.SECONDS));
    }
}
