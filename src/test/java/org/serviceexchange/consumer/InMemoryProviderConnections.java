package org.serviceexchange.consumer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Stores copies of connections, as a database would. */
public final class InMemoryProviderConnections implements ProviderConnections {

    private final Map<String, ProviderConnection> rows = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private PeerNews news = (side, number) -> {};

    /** Hands on what providers should hear of. */
    public void telling(PeerNews whom) {
        news = whom;
    }

    public void forget() {
        rows.clear();
        versions.clear();
    }

    /** Everything as it is now; running it later restores that. */
    public Runnable backup() {
        Map<String, ProviderConnection> savedRows = new TreeMap<>(rows);
        Map<String, Long> savedVersions = new HashMap<>(versions);
        return () -> {
            rows.clear();
            rows.putAll(savedRows);
            versions.clear();
            versions.putAll(savedVersions);
        };
    }

    @Override
    public void add(ProviderConnection connection) {
        save(connection);
    }

    @Override
    public void save(ProviderConnection connection) {
        rows.put(connection.number(), copy(connection));
        versions.merge(connection.number(), 1L, Long::sum);
        if (connection.takeNews()) {
            news.tell(ConnectionSide.CONSUMER, connection.number());
        }
    }

    @Override
    public Optional<ProviderConnection> find(String number) {
        return copies().filter(row -> row.number().equals(number)).findFirst();
    }

    /** Of all, in the order of their numbers. */
    public List<ProviderConnection> all() {
        return copies().toList();
    }

    @Override
    public ProviderConnection lock(String number) {
        return find(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }

    @Override
    public Optional<ProviderConnection> lockOpen(String pin, String registration) {
        return copies().filter(row -> !row.state().over())
                .filter(row -> row.invitation().pin().equals(pin)
                        && row.invitation().registration().equals(registration))
                .findFirst();
    }

    @Override
    public Optional<ProviderConnection> lockNewest(String pin, String registration) {
        return copies().filter(row -> row.invitation().pin().equals(pin)
                        && row.invitation().registration().equals(registration))
                .reduce((older, newer) -> newer);
    }

    @Override
    public List<String> claimed(int limit) {
        return copies().filter(row -> !row.state().ended() && row.snapshot().provider() != null)
                .map(ProviderConnection::number)
                .toList();
    }

    @Override
    public List<String> open(int limit) {
        return copies().filter(row -> !row.state().ended())
                .map(ProviderConnection::number)
                .toList();
    }

    @Override
    public List<String> live(String after, int limit) {
        return copies().filter(row ->
                        row.state() == ConnectionState.ONBOARDED && row.number().compareTo(after) > 0)
                .map(ProviderConnection::number)
                .toList();
    }

    @Override
    public List<ProviderConnection> lost(String pin) {
        return copies().filter(
                        row -> row.snapshot().lost() && row.invitation().pin().equals(pin))
                .toList();
    }

    @Override
    public Optional<ProviderConnection> lockByKeyId(String keyId) {
        return ofKeyId(keyId);
    }

    @Override
    public Optional<ProviderConnection> ofKeyId(String keyId) {
        return copies().filter(row ->
                        row.keys().filter(keys -> keys.keyId().equals(keyId)).isPresent())
                .findFirst();
    }

    private Stream<ProviderConnection> copies() {
        return rows.values().stream().map(InMemoryProviderConnections::copy);
    }

    private static ProviderConnection copy(ProviderConnection connection) {
        return ProviderConnection.of(connection.snapshot());
    }

    @Override
    public Map<String, Long> versions(List<String> numbers) {
        return Map.copyOf(versions);
    }
}
