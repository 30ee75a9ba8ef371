package org.serviceexchange.provider.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The base URL of a consumer instance in normalized form: lower-case scheme and host, no default port, no trailing
 * slash.
 */
public record ConsumerUrl(String value) {

    private static final int MAXIMUM = 500;

    /** Parses a typed URL; plain http is allowed for loopback addresses in demo mode only. */
    public static ConsumerUrl of(String typed, boolean demo) {
        URI uri = parse(typed.strip());
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(demo && scheme.equals("http") && isLoopback(host))) {
            throw new Problem(ProblemCode.URL_NOT_HTTPS, typed);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new Problem(ProblemCode.URL_WITH_EXTRAS, typed);
        }
        return new ConsumerUrl(scheme + "://" + host + port(uri, scheme) + path(uri));
    }

    /** Whether the host is this machine itself. */
    public static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private static URI parse(String typed) {
        try {
            URI uri = new URI(typed);
            if (uri.getScheme() == null || uri.getHost() == null || typed.length() > MAXIMUM) {
                throw new Problem(ProblemCode.URL_MALFORMED, typed);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Problem(ProblemCode.URL_MALFORMED, e, typed);
        }
    }

    private static String port(URI uri, String scheme) {
        int standard = scheme.equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
    }

    private static String path(URI uri) {
        return uri.normalize().getRawPath().replaceAll("/+$", "");
    }
}
