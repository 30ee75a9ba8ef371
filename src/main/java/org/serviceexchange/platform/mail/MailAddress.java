package org.serviceexchange.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.HostName;

/**
 * E-mail addresses as RFC 5321, section 4.1.2 writes them, with the letters of all languages that RFC 6531, section 3.3
 * adds. The domain has at least two labels, or is the literal of an IP address in brackets.
 */
public final class MailAddress {

    /** In octets: RFC 5321, section 4.5.3.1, and erratum 1690 of RFC 3696. */
    private static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+";
    private static final Pattern DOTTED = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern QUOTED = Pattern.compile("\"([ !#-\\[\\]-~\\x{80}-\\x{10FFFF}]|\\\\[ -~])*\"");
    private static final Pattern IP_4 = Pattern.compile("\\[[0-9]{1,3}(\\.[0-9]{1,3}){3}]");
    private static final Pattern IP_6 = Pattern.compile("\\[IPv6:[0-9A-Fa-f:.]+]");

    private MailAddress() {}

    /** What a person typed, without the spaces around it: one address or nothing, else a {@code MAIL_ADDRESS_INVALID}. */
    public static String typed(String text) {
        String address = text.strip();
        if (!address.isEmpty() && !isValid(address)) {
            throw new Problem(ProblemCode.MAIL_ADDRESS_INVALID, address.replaceAll("\\p{Cntrl}", " "));
        }
        return address;
    }

    /** Whether this is one e-mail address, and nothing else. */
    public static boolean isValid(String text) {
        String local = localPart(text);
        return InputValidation.isLine(text)
                && octets(text) <= LONGEST
                && octets(local) <= LONGEST_LOCAL_PART
                && (DOTTED.matcher(local).matches() || QUOTED.matcher(local).matches())
                && isDomain(domain(text));
    }

    /** The address as it is sent: the domain in ASCII, which every mail server understands. */
    static String sent(String address) {
        String domain = domain(address);
        return domain.startsWith("[") ? address : localPart(address) + "@" + HostName.normal(domain);
    }

    /** Whether the part before the domain has letters that a mail server takes only with SMTPUTF8 (RFC 6531). */
    static boolean isInternational(String address) {
        return !StandardCharsets.US_ASCII.newEncoder().canEncode(localPart(address));
    }

    private static boolean isDomain(String domain) {
        if (domain.startsWith("[")) {
            return isLiteral(domain);
        }
        try {
            String ascii = HostName.normal(domain);
            char first = ascii.charAt(ascii.lastIndexOf('.') + 1);
            return !domain.endsWith(".") && ascii.indexOf('.') > 0 && !Character.isDigit(first);
        } catch (Problem e) {
            return false;
        }
    }

    /** No name server is asked for the literal of an address. */
    private static boolean isLiteral(String domain) {
        if (!IP_4.matcher(domain).matches() && !IP_6.matcher(domain).matches()) {
            return false;
        }
        try {
            InetAddress.getByName(domain.replace("IPv6:", "").replaceAll("^\\[|]$", ""));
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String localPart(String address) {
        return address.substring(0, Math.max(address.lastIndexOf('@'), 0));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static int octets(String text) {
        return text.getBytes(UTF_8).length;
    }
}
