package org.serviceexchange.checker.pair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** The one connection of the consumer. */
final class OneConnection implements ProviderConnections {

    @Nullable
    ConnectionSnapshot row;

    private Optional<ProviderConnection> with(Predicate<ProviderConnection> condition) {
        return Optional.ofNullable(row).map(ProviderConnection::of).filter(condition);
    }

    @Override
    public void add(ProviderConnection connection) {
        save(connection);
    }

    @Override
    public void save(ProviderConnection connection) {
        row = connection.snapshot();
    }

    @Override
    public Optional<ProviderConnection> find(String number) {
        return with(connection -> connection.number().equals(number));
    }

    @Override
    public ProviderConnection lock(String number) {
        return find(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }

    @Override
    public Optional<ProviderConnection> lockOpen(String pin, String registration) {
        return with(connection -> !connection.state().over());
    }

    @Override
    public Optional<ProviderConnection> lockNewest(String pin, String registration) {
        return with(connection -> true);
    }

    @Override
    public List<String> claimed(int limit) {
        return with(found -> !found.state().ended() && found.snapshot().provider() != null)
                .map(ProviderConnection::number)
                .stream()
                .toList();
    }

    @Override
    public List<String> open(int limit) {
        return with(found -> !found.state().ended()).map(ProviderConnection::number).stream()
                .toList();
    }

    @Override
    public List<String> live(String after, int limit) {
        return with(found -> found.state() == ConnectionState.ONBOARDED).map(ProviderConnection::number).stream()
                .toList();
    }

    @Override
    public List<ProviderConnection> lost(String pin) {
        return with(found -> found.snapshot().lost()).stream().toList();
    }

    @Override
    public Optional<ProviderConnection> ofKeyId(String keyId) {
        return with(
                found -> found.keys().filter(keys -> keys.keyId().equals(keyId)).isPresent());
    }

    @Override
    public Optional<ProviderConnection> lockByKeyId(String keyId) {
        return ofKeyId(keyId);
    }

    @Override
    public Map<String, Long> versions(List<String> numbers) {
        return Map.of();
    }
}
