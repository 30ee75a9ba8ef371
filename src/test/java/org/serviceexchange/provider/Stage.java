package org.serviceexchange.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates registrations for tests, each with a consumer of its own. */
public class Stage {

    private final Registrations registrations;
    private final Numbers numbers;
    private final KeyedHash hash;
    private final RandomSecrets random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Stage(
            Registrations registrations,
            Numbers numbers,
            KeyedHash hash,
            RandomSecrets random,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.registrations = registrations;
        this.numbers = numbers;
        this.hash = hash;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Creates an open registration and returns the secret of its link. */
    public record Open(String number, String url, String secret) {}

    /** Creates a claimed registration and returns what the consumer knows. */
    public record Claimed(String number, String url, String clientId, ECKey key) {

        public String redirect() {
            return url + Claim.CALLBACK;
        }
    }

    public Open open() {
        String secret = random.next();
        return transaction.execute(status -> {
            String number = numbers.next("REG");
            String url = "https://consumer-" + number.toLowerCase(java.util.Locale.ROOT) + ".example.com";
            registrations.add(registration(number, url, secret));
            return new Open(number, url, secret);
        });
    }

    /** Creates an open registration for this URL; closes one that was open for it before. */
    public Open openAt(String url) {
        String secret = random.next();
        return transaction.execute(status -> {
            closeAt(url);
            String number = numbers.next("REG");
            registrations.add(registration(number, url, secret));
            return new Open(number, url, secret);
        });
    }

    private void closeAt(String url) {
        registrations.occupying("acme", url).ifPresent(found -> {
            Registration old = registrations.lock(found.number());
            old.close(ClosingReason.CANCELLED);
            registrations.save(old);
        });
    }

    /** Makes the link expire. */
    public void expire(String number) {
        change(number, registration -> {
            Link link = registration.link().orElseThrow();
            registration.renewLink(new Link(link.secretHash(), link.sealedSecret(), clock.instant()));
        });
    }

    /** Replaces the link by one with an unknown secret. */
    public void renew(String number) {
        change(number, registration -> {
            Link link = registration.link().orElseThrow();
            registration.renewLink(new Link(hash.of("none", random.next()), link.sealedSecret(), link.expiresAt()));
        });
    }

    public Claimed claimed() {
        Open open = open();
        return claimed(open.number(), open.url());
    }

    /** Claimed by a consumer at a loopback address, for which the framework has a special rule. */
    public Claimed claimedAtLoopback() {
        String url = "http://127.0.0.1:8081";
        return claimed(openAt(url).number(), url);
    }

    private Claimed claimed(String number, String url) {
        ECKey key = newKey();
        String clientId = random.next();
        change(
                number,
                registration -> registration.claimed(
                        new Claim(
                                random.next(),
                                "the-consumer",
                                new byte[] {1},
                                new byte[] {2},
                                clientId,
                                key.toPublicJWK().toJSONString(),
                                clock.instant()),
                        url,
                        clock.instant()));
        return new Claimed(number, url, clientId, key);
    }

    private Registration registration(String number, String url, String secret) {
        Registration registration = Registration.requested(
                new RegistrationRequest(number, "acme", TestDirectory.MIA, url, "paula", clock.instant()));
        registration.checked(List.of());
        registration.open(new Link(
                hash.of(Link.HASH_PURPOSE, secret),
                "sealed".getBytes(StandardCharsets.UTF_8),
                clock.instant().plus(Duration.ofDays(14))));
        return registration;
    }

    public void change(String number, java.util.function.Consumer<Registration> change) {
        transaction.executeWithoutResult(status -> {
            Registration registration = registrations.lock(number);
            change.accept(registration);
            registrations.save(registration);
        });
    }

    public Registration find(String number) {
        return registrations.find(number).orElseThrow();
    }

    public static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
