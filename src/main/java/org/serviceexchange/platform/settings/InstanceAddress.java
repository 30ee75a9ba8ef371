package org.serviceexchange.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The base URL of an instance in its one normal form: scheme and host in lower case, the host in ASCII and without a dot
 * at its end, no default port, no slash at the end. Whatever was spelled otherwise is compared in this form.
 *
 * @param value the normal form
 */
public record InstanceAddress(String value) {

    private static final int LONGEST = 500;
    private static final int HIGHEST_PORT = 65535;

    /** User info, host and port of a URL; the host may have characters for which {@link URI} knows no host. */
    private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[^]]*]|[^:\\[\\]]*)(?::([0-9]*))?");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.[0-9]{1,3}){3}");

    /** What demo mode calls over plain http. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A path without queries, escapes and dot segments. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

    /**
     * The normal form of what somebody typed, set or sent. Problems: {@code URL_MALFORMED}, {@code URL_NOT_HTTPS} for a
     * scheme other than http and https, {@code URL_WITH_EXTRAS}, {@code URL_PORT_INVALID}, {@code URL_HOST_INVALID},
     * {@code URL_SCRIPTS_MIXED}.
     */
    public static InstanceAddress of(String spelled) {
        String text = spelled.strip();
        URI uri = parse(text);
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!authority.matches() || authority.group(2).isEmpty()) {
            throw new Problem(ProblemCode.URL_MALFORMED, text);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Problem(ProblemCode.URL_NOT_HTTPS, text);
        }
        if (authority.group(1) != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new Problem(ProblemCode.URL_WITH_EXTRAS, text);
        }
        String port = port(scheme, authority.group(3), text);
        String host = HostName.normal(authority.group(2));
        return new InstanceAddress(
                scheme + "://" + host + port + withoutSlash(uri.normalize().getRawPath()));
    }

    /** The normal form; what has none stays as it is spelled. */
    public static String normal(String spelled) {
        try {
            return of(spelled).value();
        } catch (Problem noAddress) {
            return spelled;
        }
    }

    /** Whether two spellings are the same address. */
    public static boolean same(String one, @Nullable String other) {
        return other != null && normal(one).equals(normal(other));
    }

    /** The address with its host in the script of its language, for people; anything else stays as it is. */
    public static String shown(String address) {
        Matcher parts = Pattern.compile("(https?://)([^/:]+)(.*)").matcher(address);
        return parts.matches() ? parts.group(1) + HostName.shown(parts.group(2)) + parts.group(3) : address;
    }

    /** Host and port of a URL with the host in the script of its language, for people. */
    public static String shownAuthority(URI address) {
        String shown = shown(address.getScheme() + "://" + address.getRawAuthority());
        return shown.substring(shown.indexOf("//") + 2);
    }

    /** The host in lower case and ASCII; an IPv6 address is in brackets. */
    public String host() {
        return uri().getHost();
    }

    /** The path, which is empty for the root. */
    public String path() {
        return uri().getRawPath();
    }

    public URI uri() {
        return URI.create(value);
    }

    /** Whether a path is plain: without escapes and dot segments; the empty path is plain too. */
    public static boolean isPlainPath(String path) {
        return path.isEmpty() || PLAIN_PATH.matcher(path).matches();
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

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null || uri.getRawAuthority() == null || text.length() > LONGEST) {
                throw new Problem(ProblemCode.URL_MALFORMED, text);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Problem(ProblemCode.URL_MALFORMED, e, text);
        }
    }

    private static String port(String scheme, @Nullable String digits, String text) {
        if (digits == null || digits.isEmpty()) {
            return "";
        }
        String plain = digits.replaceFirst("^0+(?=.)", "");
        int port = plain.length() > 5 ? HIGHEST_PORT + 1 : Integer.parseInt(plain);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new Problem(ProblemCode.URL_PORT_INVALID, text, digits);
        }
        return port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port;
    }

    private static String withoutSlash(String path) {
        return path.replaceAll("/+$", "");
    }

    private static String host(@Nullable String host) {
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }
}
