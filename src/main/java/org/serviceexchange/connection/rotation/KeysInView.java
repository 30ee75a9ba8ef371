package org.serviceexchange.connection.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.handshake.Channel;
import org.springframework.stereotype.Service;

/** The keys of a connection by id and age, for its own page: old keys are a finding of this connection and of no other. */
@Service
public class KeysInView {

    private static final Duration WARNING = Duration.ofDays(14);

    private final ConnectionLookup connections;
    private final ModuleKeys keys;
    private final KeySets sets;
    private final Clock clock;

    public KeysInView(ConnectionLookup connections, ModuleKeys keys, KeySets sets, Clock clock) {
        this.connections = connections;
        this.keys = keys;
        this.sets = sets;
        this.clock = clock;
    }

    /**
     * What a page shows.
     *
     * @param ages newest first
     * @param warning says that the keys in use are about to expire, or have; null if they are young
     */
    public record View(List<KeyAge> ages, @Nullable LocalizedMessage warning) {

        public View {
            ages = List.copyOf(ages);
        }
    }

    /** The keys of the connection whose page this number has; empty if it does not live. */
    public Optional<View> ofSubject(String number) {
        return connections.ofSubject(number).map(this::view);
    }

    /** The keys in use of many connections in one statement, by the number of the connection. */
    public Map<String, KeysInUse> inUse(Collection<Channel> channels) {
        Map<String, List<ModuleKey>> all =
                keys.describe(channels.stream().map(Channel::module).toList());
        Map<String, KeysInUse> inUse = new HashMap<>();
        for (Channel channel : channels) {
            all.getOrDefault(channel.module(), List.of()).stream()
                    .filter(key ->
                            key.active() && key.purpose().equals(channel.side().sends()))
                    .findFirst()
                    .ifPresent(key -> inUse.put(channel.module(), inUse(channel, key)));
        }
        return inUse;
    }

    private KeysInUse inUse(Channel channel, ModuleKey key) {
        return new KeysInUse(
                key.createdAt(),
                key.expiresAt(),
                ScheduleRotation.due(channel.module(), channel.keyId(), key),
                clock.instant().plus(WARNING).isAfter(key.expiresAt()));
    }

    private View view(LivingConnection connection) {
        List<KeySet> beside = sets.of(connection.number());
        List<KeyAge> ages = keys.describe(connection.number()).stream()
                .filter(key -> key.purpose().equals(connection.side().sends()))
                .map(key -> age(connection, beside, key))
                .toList();
        return new View(
                ages,
                ages.stream()
                        .filter(age -> age.use() == KeyAge.Use.IN_USE)
                        .findFirst()
                        .flatMap(this::warning)
                        .orElse(null));
    }

    private static KeyAge age(LivingConnection connection, List<KeySet> beside, ModuleKey key) {
        KeyAge.Use use = key.active()
                ? KeyAge.Use.IN_USE
                : beside.stream().anyMatch(set -> set.keyId().equals(key.label()) && set.provedAt() == null)
                        ? KeyAge.Use.AGREED
                        : KeyAge.Use.REPLACED;
        return new KeyAge(id(connection, beside, key), use, key.createdAt(), key.expiresAt());
    }

    /** Keys of versions before labels are the first ones of their connection: in use, or the ones that were replaced. */
    private static String id(LivingConnection connection, List<KeySet> beside, ModuleKey key) {
        if (!key.label().isEmpty()) {
            return key.label();
        }
        return beside.stream()
                .filter(set -> !key.active() && set.retiresAt() != null)
                .map(KeySet::keyId)
                .findFirst()
                .orElse(connection.keyId());
    }

    private Optional<LocalizedMessage> warning(KeyAge inUse) {
        Instant now = clock.instant();
        if (!now.isBefore(inUse.expiresAt())) {
            return Optional.of(LocalizedMessage.of("rotation.expired", inUse.expiresAt()));
        }
        return now.plus(WARNING).isAfter(inUse.expiresAt())
                ? Optional.of(LocalizedMessage.of("rotation.expires", inUse.expiresAt()))
                : Optional.empty();
    }
}
