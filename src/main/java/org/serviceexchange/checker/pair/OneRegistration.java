package org.serviceexchange.checker.pair;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;

/** The one registration of the provider. */
final class OneRegistration implements Registrations {

    @Nullable
    RegistrationSnapshot row;

    @Override
    public Optional<Registration> find(String number) {
        return with(registration -> registration.number().equals(number));
    }

    private Optional<Registration> with(Predicate<Registration> condition) {
        return Optional.ofNullable(row).map(Registration::of).filter(condition);
    }

    @Override
    public Registration lock(String number) {
        return find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
    }

    @Override
    public Instant pendingSince(String number) {
        return PairPorts.NOW;
    }

    @Override
    public void add(Registration registration) {
        save(registration);
    }

    @Override
    public void save(Registration registration) {
        row = registration.snapshot();
    }

    @Override
    public List<String> claimed(int limit) {
        return with(found -> found.isOpen() && found.claim().isPresent()).map(Registration::number).stream()
                .toList();
    }

    @Override
    public List<String> live(String after, int limit) {
        return with(found -> found.state() == RegistrationState.CLOSED_COMPLETE).map(Registration::number).stream()
                .toList();
    }

    @Override
    public Optional<Registration> occupying(String companyId, String consumerUrl) {
        return with(found -> !found.state().over());
    }

    @Override
    public Optional<Registration> ofSecret(String secretHash) {
        return with(found -> found.link()
                .filter(link -> link.secretHash().equals(secretHash))
                .isPresent());
    }

    @Override
    public Optional<Registration> ofClient(String clientId) {
        return with(found ->
                found.claim().filter(claim -> claim.clientId().equals(clientId)).isPresent());
    }

    @Override
    public Optional<Registration> lockOfClient(String clientId) {
        return ofClient(clientId);
    }

    @Override
    public Optional<Registration> ofKey(String keyId) {
        return with(found -> found.connection()
                .filter(connection -> connection.keyId().equals(keyId))
                .isPresent());
    }

    @Override
    public Map<String, Long> versions(List<String> numbers) {
        return Map.of();
    }
}
