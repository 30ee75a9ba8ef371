package org.serviceexchange.connection.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.connection.evidence.PeerReceipts;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.handshake.ExchangeMessages;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Component;

/**
 * The way of new keys at one side: agreed, then in use, while the ones before stay open for a day. The connection's row is
 * locked during each step.
 *
 * <p>Security guarantees: New keys protect nothing before the peer has used them. The keys before are destroyed a day after the
 * first verified use of the new ones.
 */
@Component
public class NewKeys {

    /** How long replaced keys stay open for messages that are under way. */
    static final Duration REPLACED_KEPT = Duration.ofDays(1);

    private static final String ALGORITHM = "AES-256-GCM";

    private final KeySets sets;
    private final ModuleKeys keys;
    private final ConnectionLookup connections;
    private final Journal journal;
    private final Clock clock;

    public NewKeys(KeySets sets, ModuleKeys keys, ConnectionLookup connections, Journal journal, Clock clock) {
        this.sets = sets;
        this.keys = keys;
        this.connections = connections;
        this.journal = journal;
        this.clock = clock;
    }

    /** Keys that were agreed and that the peer has not used yet. */
    public Optional<KeySet> unproved(String connection) {
        return sets.of(connection).stream()
                .filter(set -> set.provedAt() == null && set.retiresAt() == null)
                .findFirst();
    }

    /** Whether this side holds keys of this id. */
    public boolean holds(LivingConnection connection, String keyId) {
        return keyId.equals(connection.keyId())
                || sets.find(keyId)
                        .filter(set -> set.connection().equals(connection.number()))
                        .isPresent();
    }

    /** Ids of the keys that both sides have used, those in use first, then the replaced ones that are left, newest first. */
    List<String> used(LivingConnection connection) {
        return Stream.concat(
                        Stream.of(connection.keyId()),
                        sets.of(connection.number()).stream()
                                .filter(set -> set.provedAt() != null)
                                .map(KeySet::keyId))
                .distinct()
                .toList();
    }

    /** Keeps agreed keys beside those in use, with the messages that prove it, and wipes the copies. */
    void agreed(LivingConnection connection, ConnectionKeys agreed, ExchangeMessages messages) {
        add(connection, ConnectionSide.CONSUMER, agreed.keyId(), agreed.consumerToProvider());
        add(connection, ConnectionSide.PROVIDER, agreed.keyId(), agreed.providerToConsumer());
        Arrays.fill(agreed.resumption(), (byte) 0);
        sets.add(new KeySet(agreed.keyId(), connection.number(), now(), null, null));
        journal.workNote(
                connection.subject(),
                Journal.SYSTEM,
                LocalizedMessage.of("rotation.note.agreed", agreed.keyId()),
                PeerReceipts.rotation(messages, connection));
    }

    /** The peer has used them: from now on they protect, and the ones before retire. */
    void proved(LivingConnection connection, String keyId) {
        Instant now = now();
        String before = connection.keyId();
        for (ConnectionSide side : ConnectionSide.values()) {
            keys.activate(connection.number(), side.sends(), keyId);
        }
        for (KeySet set : sets.of(connection.number())) {
            if (set.keyId().equals(keyId)) {
                sets.save(new KeySet(keyId, set.connection(), set.agreedAt(), now, null));
            } else if (set.provedAt() == null && set.retiresAt() == null) {
                drop(set);
            }
        }
        Instant agreedAt = sets.find(before).map(KeySet::agreedAt).orElse(now);
        sets.save(new KeySet(before, connection.number(), agreedAt, agreedAt, now.plus(REPLACED_KEPT)));
        connections.keysRotated(connection, keyId);
        journal.workNote(connection.subject(), Journal.SYSTEM, LocalizedMessage.of("rotation.note.inUse", keyId));
    }

    /** Forgets keys that the peer does not hold, and destroys them. */
    void drop(KeySet set) {
        keys.destroy(set.connection(), set.keyId());
        sets.delete(set.keyId());
    }

    private void add(LivingConnection connection, ConnectionSide sender, String keyId, byte[] key) {
        keys.add(connection.number(), sender.sends(), ALGORITHM, keyId, key);
        Arrays.fill(key, (byte) 0);
    }

    /** The time as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
