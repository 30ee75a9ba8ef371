package org.serviceexchange.kmf;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Generates secrets that cannot be guessed, such as the one in a registration link. */
@Component
public class RandomSecrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new secret: 256 random bits, base64url without padding, 43 characters. */
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
