package org.serviceexchange.consumer.connection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates the connection for a registration link, or resumes it. */
@Service
public class OpenConnection {

    /** Purpose for which the link's secret is sealed. */
    public static final String SECRET = "registration-link";

    private static final String PREFIX = "PCN";

    private final ProviderConnections connections;
    private final ConnectionProcess process;
    private final LostConnections lostConnections;
    private final Numbers numbers;
    private final Sealing sealing;
    private final KeyedHash keyedHash;
    private final Journal journal;
    private final ConsumerSettings settings;
    private final CallableAddresses addresses;
    private final Clock clock;

    public OpenConnection(
            ProviderConnections connections,
            ConnectionProcess process,
            LostConnections lostConnections,
            Numbers numbers,
            Sealing sealing,
            KeyedHash keyedHash,
            Journal journal,
            ConsumerSettings settings,
            CallableAddresses addresses,
            Clock clock) {
        this.connections = connections;
        this.process = process;
        this.lostConnections = lostConnections;
        this.numbers = numbers;
        this.sealing = sealing;
        this.keyedHash = keyedHash;
        this.journal = journal;
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * The connection's number: the same for every use of links for this provider and registration while it is open. A newer
     * link of a registration that the provider had lost begins a new connection, which replaces the lost one. The provider's
     * address is refused as {@link CallableAddresses#entered} refuses it.
     */
    @Transactional
    public String open(RegistrationLink link, String user) {
        addresses.entered(link.provider().toString());
        return connections
                .lockOpen(link.pin(), link.registration())
                .or(() -> openedMeanwhile(link))
                .map(open -> resume(open, link, user))
                .orElseGet(() -> begin(numbers.next(PREFIX), link, user));
    }

    /** The link may be opened twice at once: the second waits for the first, and finds its connection. */
    private Optional<ProviderConnection> openedMeanwhile(RegistrationLink link) {
        numbers.lock(PREFIX);
        return connections.lockOpen(link.pin(), link.registration());
    }

    /** The connection that a link would replace, because the provider has lost it; for who is asked before. */
    public Optional<ProviderConnection> replacedBy(RegistrationLink link) {
        return connections.lost(link.pin()).stream()
                .filter(found -> found.snapshot().lostAtProvider())
                .filter(lost -> lost.invitation().registration().equals(link.registration()) && isNew(link, lost))
                .findFirst();
    }

    private boolean isNew(RegistrationLink link, ProviderConnection connection) {
        return !connection.snapshot().link().hash().equals(keyedHash.of(SECRET, link.secret()));
    }

    private String resume(ProviderConnection connection, RegistrationLink link, String user) {
        String number = connection.number();
        if (connection.snapshot().lostAtProvider() && isNew(link, connection)) {
            String next = numbers.next(PREFIX);
            lostConnections.replace(connection, next);
            begin(next, link, user);
            journal.workNote(next, user, LocalizedMessage.of("consumer.note.replaces", number));
            return next;
        }
        LinkInUse newer = inUse(number, link);
        if (connection.snapshot().wouldTake(newer.hash())) {
            boolean claimed = !connection.awaitsClaim();
            connection.renewLink(newer);
            connections.save(connection);
            process.expiresAt(number, newer.expiresAt());
            if (claimed) {
                process.newerLinkOpened(number);
            }
            journal.workNote(number, user, LocalizedMessage.of("consumer.note.newerLink"));
        }
        return number;
    }

    private String begin(String number, RegistrationLink link, String user) {
        Invitation invitation = new Invitation(
                number,
                link.registration(),
                link.provider(),
                link.pin(),
                user,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        ProviderConnection connection = ProviderConnection.open(invitation, inUse(number, link));
        connections.add(connection);
        process.start(invitation, connection.snapshot().link().expiresAt());
        journal.workNote(
                number, user, LocalizedMessage.of("consumer.note.linkOpened", link.registration(), link.provider()));
        return number;
    }

    private LinkInUse inUse(String number, RegistrationLink link) {
        byte[] secret = link.secret().getBytes(StandardCharsets.UTF_8);
        return new LinkInUse(
                new LinkInUse.Secret(sealing.seal(SECRET, number, secret)),
                keyedHash.of(SECRET, link.secret()),
                clock.instant().plus(settings.waitForPerson()).truncatedTo(ChronoUnit.SECONDS));
    }
}
