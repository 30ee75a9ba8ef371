package org.serviceexchange.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;

/** Registrations in memory; stores and returns copies, so that unsaved changes are lost. */
public final class MemoryRegistrations implements Registrations {

    private final Map<String, RegistrationSnapshot> rows = new TreeMap<>();
    private final Map<String, Long> versions = new TreeMap<>();
    private PeerNews news = (side, number) -> {};
    private Instant pendingSince = Instant.EPOCH;
    private Runnable betweenSearchAndLock = () -> {};

    /** Hands on what consumers should hear of. */
    public void telling(PeerNews whom) {
        news = whom;
    }

    /** Everything as it is now; running it later restores that. */
    public Runnable backup() {
        Map<String, RegistrationSnapshot> savedRows = new TreeMap<>(rows);
        Map<String, Long> savedVersions = new TreeMap<>(versions);
        return () -> {
            rows.clear();
            rows.putAll(savedRows);
            versions.clear();
            versions.putAll(savedVersions);
        };
    }

    @Override
    public Optional<Registration> find(String number) {
        return Optional.ofNullable(rows.get(number)).map(Registration::of);
    }

    /** What another node does after the next row was found and before it is locked. */
    public void betweenSearchAndLock(Runnable other) {
        betweenSearchAndLock = other;
    }

    @Override
    public Registration lock(String number) {
        Runnable other = betweenSearchAndLock;
        betweenSearchAndLock = () -> {};
        other.run();
        return find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
    }

    @Override
    public Instant pendingSince(String number) {
        return pendingSince;
    }

    /** When the registration became pending on whom it is pending on. */
    public void pendingSince(Instant since) {
        pendingSince = since;
    }

    @Override
    public void add(Registration registration) {
        save(registration);
    }

    @Override
    public void save(Registration registration) {
        rows.put(registration.number(), registration.snapshot());
        versions.merge(registration.number(), 1L, Long::sum);
        if (registration.takeNews()) {
            news.tell(ConnectionSide.PROVIDER, registration.number());
        }
    }

    @Override
    public List<String> claimed(int limit) {
        return rows.values().stream()
                .filter(row -> row.state() == RegistrationState.OPEN && row.claim() != null)
                .map(row -> row.request().number())
                .toList();
    }

    @Override
    public List<String> live(String after, int limit) {
        return rows.values().stream()
                .filter(row -> row.state() == RegistrationState.CLOSED_COMPLETE)
                .map(row -> row.request().number())
                .filter(number -> number.compareTo(after) > 0)
                .toList();
    }

    @Override
    public Optional<Registration> occupying(String companyId, String consumerUrl) {
        return first(registration -> !registration.state().over()
                && registration.request().companyId().equals(companyId)
                && registration.request().consumerUrl().equals(consumerUrl));
    }

    @Override
    public Optional<Registration> ofSecret(String secretHash) {
        return first(registration -> registration
                .link()
                .filter(link -> link.secretHash().equals(secretHash))
                .isPresent());
    }

    @Override
    public Optional<Registration> ofClient(String clientId) {
        return first(registration -> registration
                .claim()
                .filter(claim -> claim.clientId().equals(clientId))
                .isPresent());
    }

    @Override
    public Optional<Registration> lockOfClient(String clientId) {
        return ofClient(clientId);
    }

    @Override
    public Optional<Registration> ofKey(String keyId) {
        return first(registration -> registration
                .connection()
                .filter(connection -> connection.keyId().equals(keyId))
                .isPresent());
    }

    private Optional<Registration> first(Predicate<Registration> condition) {
        return rows.values().stream().map(Registration::of).filter(condition).findFirst();
    }

    @Override
    public Map<String, Long> versions(List<String> numbers) {
        return Map.copyOf(versions);
    }
}
