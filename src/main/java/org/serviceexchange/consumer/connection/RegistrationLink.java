package org.serviceexchange.consumer.connection;

import java.io.Serializable;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;

/**
 * The content of a registration link. Its {@code toString} omits the secret.
 *
 * @param provider base URL of the provider, in the form of {@link InstanceAddress}
 * @param registration the provider's number, such as {@code REG0001001}
 * @param secret the one-time secret, 32 bytes in base64url, 43 characters
 * @param pin thumbprint of the provider's signature key, 32 bytes in base64url, 43 characters
 */
public record RegistrationLink(URI provider, String registration, String secret, String pin) implements Serializable {

    private static final Pattern REGISTRATION = Pattern.compile("REG[0-9]{7,12}");
    private static final Pattern BYTES_32 = Pattern.compile("[A-Za-z0-9_-]{43}");

    public RegistrationLink {
        if (!REGISTRATION.matcher(registration).matches()
                || !BYTES_32.matcher(secret).matches()
                || !BYTES_32.matcher(pin).matches()) {
            throw new Problem(ProblemCode.LINK_INCOMPLETE);
        }
    }

    /** Parses the query parameters of a link; a missing or malformed one is a {@code LINK_INCOMPLETE} problem, an address that cannot be one as in {@link InstanceAddress#of}. */
    public static RegistrationLink of(
            @Nullable String provider, @Nullable String registration, @Nullable String secret, @Nullable String pin) {
        if (provider == null || registration == null || secret == null || pin == null) {
            throw new Problem(ProblemCode.LINK_INCOMPLETE);
        }
        return new RegistrationLink(uri(provider), registration, secret, pin);
    }

    /** No instance writes a link with such an address; any other refusal says what is wrong with it. */
    private static URI uri(String provider) {
        try {
            return InstanceAddress.of(provider).uri();
        } catch (Problem refused) {
            throw switch (refused.code()) {
                case URL_MALFORMED, URL_NOT_HTTPS, URL_WITH_EXTRAS -> new Problem(ProblemCode.LINK_INCOMPLETE, refused);
                default -> refused;
            };
        }
    }

    @Override
    public String toString() {
        return "RegistrationLink[" + registration + " of " + provider + "]";
    }
}
