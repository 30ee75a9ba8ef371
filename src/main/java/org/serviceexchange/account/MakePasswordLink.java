package org.serviceexchange.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Service;

/**
 * Makes the links by which users set their passwords.
 *
 * <p>Security guarantees: The secret of a password link has 256 random bits and is kept as a keyed hash only. A new link
 * ends the earlier one of the same user.
 */
@Service
class MakePasswordLink {

    private static final String PURPOSE = "password-link";

    private final RandomSecrets secrets;
    private final KeyedHash keyedHash;
    private final PasswordLinkRows rows;
    private final InstanceSettings instance;
    private final Clock clock;

    MakePasswordLink(
            RandomSecrets secrets, KeyedHash keyedHash, PasswordLinkRows rows, InstanceSettings instance, Clock clock) {
        this.secrets = secrets;
        this.keyedHash = keyedHash;
        this.rows = rows;
        this.instance = instance;
        this.clock = clock;
    }

    MadeLink make(String userId, Duration life) {
        String secret = secrets.next();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
        rows.replace(userId, hashOf(secret), now, expiresAt);
        return new MadeLink(
                URI.create(Objects.toString(instance.baseUrl(), "") + "/password/link?secret=" + secret), expiresAt);
    }

    String hashOf(String secret) {
        return keyedHash.of(PURPOSE, secret);
    }
}
