package org.serviceexchange.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.serviceexchange.kmf.KeyedHash;

/**
 * The text of a token: {@code sxt_}, 256 random bits in base64url, and a checksum of six characters, by which mistyped
 * tokens are detected and secret scanners recognise real ones.
 */
record TokenText(String value) {

    private static final String PREFIX = "sxt_";
    private static final int CHECK_LENGTH = 6;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}");

    static TokenText ofSecret(String secret) {
        return new TokenText(PREFIX + secret + check(PREFIX + secret));
    }

    /** Whether the text has the form and the checksum of a token. */
    boolean wellFormed() {
        int end = value.length() - CHECK_LENGTH;
        return FORM.matcher(value).matches() && value.substring(end).equals(check(value.substring(0, end)));
    }

    String hash(KeyedHash hash) {
        return hash.of("api-token", value);
    }

    /** A keyed hash that binds the grant to the token's text. */
    String proof(KeyedHash hash, ApiToken token) {
        return hash.of("api-token-grant", value + "\n" + token.grant());
    }

    /** The checksum: CRC-32 in base 62, most significant digit first. */
    private static String check(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(US_ASCII));
        char[] digits = new char[CHECK_LENGTH];
        long rest = sum.getValue();
        for (int place = CHECK_LENGTH - 1; place >= 0; place--) {
            digits[place] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
