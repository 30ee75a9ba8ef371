package org.serviceexchange.platform.settings;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Host names as they are sent (ASCII, RFC 1123, punycode) and as people read them. A name that could be mistaken for
 * another one is refused: letters of several scripts in one label, invisible characters, letters that look Latin but are
 * not.
 */
public final class HostName {

    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern FULL_STOPS = Pattern.compile("[\u3002\uff0e\uff61]");
    private static final Pattern IP_4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IP_6 = Pattern.compile("\\[[0-9a-f:.]+]");

    /** Characters that this Java maps to others (IDNA 2003) while browsers send them as they are (IDNA 2008). */
    private static final Pattern DEVIATING = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    /** Cyrillic letters that look like Latin ones. */
    private static final Pattern LOOKS_LATIN = Pattern.compile(
            "[\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d0-9-]+");

    /** Scripts that one word mixes, by language: UTS 39, "highly restrictive". */
    private static final Set<Set<UnicodeScript>> MIXED_BY_LANGUAGE = Set.of(
            Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            Set.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private HostName() {}

    /** The host as it is sent; an IPv6 address is in brackets. A problem says why it cannot be a host. */
    public static String normal(String spelled) {
        String lower = FULL_STOPS.matcher(spelled).replaceAll(".").toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return ip6(lower);
        }
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        requireUnambiguous(name);
        String ascii = ascii(name);
        String last = ascii.substring(ascii.lastIndexOf('.') + 1);
        boolean number = Character.isDigit(last.charAt(0));
        if (number && !IP_4.matcher(ascii).matches()) {
            throw new Problem(ProblemCode.URL_HOST_INVALID, spelled);
        }
        requireOneScriptEach(shown(ascii), ascii);
        return ascii;
    }

    /** The host in the script of its language; labels that cannot be converted stay as they are sent. */
    static String shown(String ascii) {
        return IDN.toUnicode(ascii);
    }

    private static String ascii(String name) {
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean valid = ascii.length() <= LONGEST;
            for (String label : ascii.split("\\.", -1)) {
                valid &= LABEL.matcher(label).matches();
            }
            if (valid) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemCode.URL_HOST_INVALID, e, name);
        }
        throw new Problem(ProblemCode.URL_HOST_INVALID, name);
    }

    private static String ip6(String literal) {
        if (!IP_6.matcher(literal).matches()) {
            throw new Problem(ProblemCode.URL_HOST_INVALID, literal);
        }
        try {
            InetAddress address = InetAddress.getByName(literal); // a literal: no name server is queried
            if (address instanceof Inet4Address) {
                return address.getHostAddress();
            }
            return address.isLoopbackAddress() ? "[::1]" : "[" + ((Inet6Address) address).getHostAddress() + "]";
        } catch (UnknownHostException e) {
            throw new Problem(ProblemCode.URL_HOST_INVALID, e, literal);
        }
    }

    /** Refuses characters that people do not see, or see as others, and those that browsers convert differently. */
    private static void requireUnambiguous(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        boolean compatible = Normalizer.normalize(name, Normalizer.Form.NFKC).equals(composed);
        boolean visible = name.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.FORMAT || Character.isISOControl(point));
        if (!compatible || !visible || DEVIATING.matcher(name).find()) {
            throw new Problem(ProblemCode.URL_SCRIPTS_MIXED, name);
        }
    }

    private static void requireOneScriptEach(String name, String ascii) {
        boolean latinEnd = !ascii.substring(ascii.lastIndexOf('.') + 1).startsWith("xn--");
        for (String label : name.split("\\.", -1)) {
            Set<UnicodeScript> scripts = label.codePoints()
                    .mapToObj(UnicodeScript::of)
                    .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                    .collect(Collectors.toSet());
            boolean mixed =
                    scripts.size() > 1 && MIXED_BY_LANGUAGE.stream().noneMatch(allowed -> allowed.containsAll(scripts));
            boolean disguised = latinEnd
                    && scripts.contains(UnicodeScript.CYRILLIC)
                    && LOOKS_LATIN.matcher(label).matches();
            if (mixed || disguised) {
                throw new Problem(ProblemCode.URL_SCRIPTS_MIXED, ascii);
            }
        }
    }
}
