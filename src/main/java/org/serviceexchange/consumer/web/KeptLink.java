package org.serviceexchange.consumer.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.protocol.wire.ProtocolPaths;

/**
 * A registration that was opened in this browser: its link, until a connection is created with it; then that
 * connection's number. Exactly one of the two is set.
 *
 * @param provider base URL of the provider
 * @param registration the provider's number
 */
public record KeptLink(
        String provider,
        String registration,
        @Nullable RegistrationLink link,
        @Nullable String number) {

    private static final Pattern NUMBER = Pattern.compile("PCN[0-9]{7,12}");

    static KeptLink opened(RegistrationLink link) {
        return new KeptLink(link.provider().toString(), link.registration(), link, null);
    }

    KeptLink begun(String connection) {
        return new KeptLink(provider, registration, null, connection);
    }

    /** The provider's page on which the link can be declined; empty once a connection is created with it. */
    Optional<URI> declining() {
        return Optional.ofNullable(link).map(opened -> ProtocolPaths.declining(provider, opened.secret()));
    }

    /** Whether this is the registration with this number of this provider. */
    boolean isOf(@Nullable String someProvider, @Nullable String someRegistration) {
        return provider.equals(someProvider) && registration.equals(someRegistration);
    }

    /** Whether a text has the form of a connection's number. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
