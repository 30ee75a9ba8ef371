package org.serviceexchange.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The base URL of an instance, written in one way: scheme and host in lower case, no default port, no slash at the end.
 * What instances have agreed on or stored is compared as it is spelled, so only new entries are rewritten.
 */
public record InstanceAddress(String value) {

    private static final int LONGEST = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.[0-9]{1,3}){3}");

    /** What demo mode calls over plain http. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A path without queries, escapes and dot segments. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

    /**
     * What someone typed; plain http is for loopback in demo mode only. Problems: {@code URL_MALFORMED},
     * {@code URL_NOT_HTTPS}, {@code URL_WITH_EXTRAS}.
     */
    public static InstanceAddress typed(String typed, boolean demo) {
        URI uri = parse(typed.strip());
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(demo && scheme.equals("http") && isLoopback(uri))) {
            throw new Problem(ProblemCode.URL_NOT_HTTPS, typed);
        }
        if (hasExtras(uri)) {
            throw new Problem(ProblemCode.URL_WITH_EXTRAS, typed);
        }
        return of(uri);
    }

    /** A base URL written in this way; anything else stays as it is. */
    public static InstanceAddress of(URI uri) {
        if (!isBaseUrl(uri)) {
            return new InstanceAddress(uri.toString());
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new InstanceAddress(scheme + "://" + host + port(uri, scheme)
                + withoutSlash(uri.normalize().getRawPath()));
    }

    /** Whether this can be the base URL of an instance, however it is spelled. */
    public static boolean isBaseUrl(URI uri) {
        return uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && !hasExtras(uri)
                && uri.toString().length() <= LONGEST;
    }

    /** The address without slashes at its end, else as it is spelled. */
    public static String withoutSlash(String address) {
        return address.replaceAll("(?<![:/])/+$", "");
    }

    /** Whether the address leads to this machine itself. */
    public static boolean isLoopback(URI uri) {
        return LOOPBACK.matcher(host(uri.getHost())).matches();
    }

    /** Whether demo mode allows calls to this host although it is not public. */
    public static boolean isOpenInDemoMode(@Nullable String host) {
        return THIS_MACHINE.contains(host(host));
    }

    /** Whether an address is the base URL with a plain path after it; only there a peer may send us. */
    public static boolean isBelow(String baseUrl, String address) {
        return address.startsWith(baseUrl)
                && PLAIN_PATH.matcher(address.substring(baseUrl.length())).matches();
    }

    private static URI parse(String typed) {
        try {
            URI uri = new URI(typed);
            if (uri.getScheme() == null || uri.getHost() == null || typed.length() > LONGEST) {
                throw new Problem(ProblemCode.URL_MALFORMED, typed);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Problem(ProblemCode.URL_MALFORMED, e, typed);
        }
    }

    private static boolean hasExtras(URI uri) {
        return uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
    }

    private static String port(URI uri, String scheme) {
        int standard = scheme.equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
    }

    private static String host(@Nullable String host) {
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }
}
