package org.serviceexchange.provider.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/**
 * Makes the one-time secrets of registration links, and the links people copy.
 *
 * <p>Security guarantees: A secret is kept as a keyed hash and sealed, never in clear. A secret has 256 random bits.
 */
@Service
public class RegistrationLinks {

    private static final String PURPOSE = Link.HASH_PURPOSE;

    private final RandomSecrets secrets;
    private final KeyedHash keyedHash;
    private final Sealing sealing;
    private final InstanceKeys keys;
    private final InstanceSettings instance;
    private final ProviderSettings settings;
    private final Clock clock;

    public RegistrationLinks(
            RandomSecrets secrets,
            KeyedHash keyedHash,
            Sealing sealing,
            InstanceKeys keys,
            InstanceSettings instance,
            ProviderSettings settings,
            Clock clock) {
        this.secrets = secrets;
        this.keyedHash = keyedHash;
        this.sealing = sealing;
        this.keys = keys;
        this.instance = instance;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new secret for this registration; the link's validity is a whole number of seconds. */
    Link make(String number) {
        return make(number, settings.linkLife());
    }

    /** The same with another validity than that of the settings. */
    Link make(String number, Duration life) {
        String secret = secrets.next();
        return new Link(
                hashOf(secret),
                sealing.seal(PURPOSE, number, secret.getBytes(UTF_8)),
                clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS));
    }

    /** The keyed hash by which {@link Registrations#ofSecret} finds the registration of a claim. */
    public String hashOf(String secret) {
        return keyedHash.of(PURPOSE, secret);
    }

    /**
     * The link, a URL on the consumer instance; empty unless the registration is open. Show it only to the contact and
     * admins.
     */
    public Optional<URI> addressOf(Registration registration) {
        return registration.link().map(link -> {
            String number = registration.number();
            String secret = secretOf(number, link);
            return URI.create(registration.request().consumerUrl()
                    + "/connect?provider=" + URLEncoder.encode(String.valueOf(instance.baseUrl()), UTF_8)
                    + "&registration=" + number
                    + "&secret=" + secret
                    + "&pin=" + keys.ofRecord(number).thumbprint());
        });
    }

    /** The page of this instance on which the link is declined; empty as {@link #addressOf}, or without a base URL. */
    public Optional<URI> decliningOf(Registration registration) {
        return registration
                .link()
                .filter(link -> instance.baseUrl() != null)
                .map(link -> ProtocolPaths.declining(
                        String.valueOf(instance.baseUrl()), secretOf(registration.number(), link)));
    }

    private String secretOf(String number, Link link) {
        return new String(sealing.open(PURPOSE, number, link.sealedSecret()), UTF_8);
    }
}
