package org.serviceexchange.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;

/** Valid registrations in every state; each test changes one thing. */
public final class TestRegistrations {

    public static final String NUMBER = "REG0001001";
    public static final String CONTACT = "carla";
    public static final String URL = "https://consumer.example.com";
    public static final String KEY = "key-1";
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final Instant EXPIRY = Instant.parse("2026-03-15T10:00:00Z");

    private TestRegistrations() {}

    public static Registration requested() {
        return Registration.requested(new RegistrationRequest(NUMBER, "acme", CONTACT, URL, "paula", NOW));
    }

    public static Registration open() {
        Registration registration = requested();
        registration.checked(List.of());
        registration.open(link("hash"));
        return registration;
    }

    public static Registration claimed() {
        Registration registration = open();
        registration.claimed(claim("thumbprint"), URL, NOW);
        return registration;
    }

    public static Registration consented() {
        Registration registration = claimed();
        registration.contactMatched(new Decision(CONTACT, NOW));
        registration.consented(new Decision(CONTACT, NOW));
        return registration;
    }

    public static Registration keyed() {
        Registration registration = consented();
        registration.keysAgreed("CCN0001001", KEY);
        return registration;
    }

    public static Registration probed() {
        Registration registration = keyed();
        registration.probeReceived(KEY, NOW);
        registration.probeSent(KEY, NOW);
        return registration;
    }

    /** Brings a claimed registration to its end. */
    public static void complete(Registration registration) {
        registration.contactMatched(new Decision(CONTACT, NOW));
        registration.consented(new Decision(CONTACT, NOW));
        registration.keysAgreed("CCN0001001", KEY);
        registration.probeReceived(KEY, NOW);
        registration.probeSent(KEY, NOW);
        registration.activate();
    }

    public static Registration cancelled() {
        Registration registration = open();
        registration.close(ClosingReason.CANCELLED);
        return registration;
    }

    public static Link link(String hash) {
        return new Link(hash, "sealed".getBytes(StandardCharsets.UTF_8), EXPIRY);
    }

    public static Claim claim(String thumbprint) {
        return new Claim(thumbprint, "consumer", new byte[] {1}, new byte[] {2}, "client-" + thumbprint, "{}", NOW);
    }
}
