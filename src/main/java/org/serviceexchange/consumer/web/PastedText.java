package org.serviceexchange.consumer.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the registration link in what a person pasted: mail programs wrap lines, show the source of a message, quote, add
 * punctuation, or lead links through a page that checks them.
 */
final class PastedText {

    private static final String BYTES_32 = "[A-Za-z0-9_-]{43}";
    private static final String LINK =
            "https?://(?:(?!https?://)[^\\s\"'<>])*?/connect\\?provider=[^&\\s\"'<>]+&registration=REG[0-9]{7,12}&secret="
                    + BYTES_32 + "&pin=" + BYTES_32;
    private static final Pattern WHOLE = Pattern.compile(LINK + "(?![A-Za-z0-9_-])");
    private static final Pattern FOLLOWED_BY_TEXT = Pattern.compile(LINK);
    private static final Pattern ENCODED = Pattern.compile("(?i)https?(?::|%3A)[^&\\s\"'<>]*%3D[^&\\s\"'<>]*");
    private static final Pattern OTHER_ENCODING = Pattern.compile("[?&]u=(https?-3A[^&\\s]+)");

    private PastedText() {}

    /** The link; the text itself if there is none in it, so that the refusal is about what was pasted. */
    static String link(String text) {
        String plain = entities(text).strip();
        String joined = joined(plain);
        String unfolded = quotedPrintable(joined);
        return Stream.of(
                        found(WHOLE, plain),
                        found(FOLLOWED_BY_TEXT, joined),
                        found(FOLLOWED_BY_TEXT, unfolded),
                        redirected(ENCODED, joined),
                        redirected(ENCODED, unfolded),
                        otherwiseRedirected(joined))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(plain);
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher link = pattern.matcher(text);
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }

    private static String entities(String text) {
        return text.replaceAll("(?i)&(amp|#38|#x26);", "&").replaceAll("(?i)&(quot|lt|gt|#34|#39);", " ");
    }

    /** Without line breaks, signs of quoting at the beginning of lines, and characters that cannot be seen. */
    private static String joined(String text) {
        return text.replaceAll("(?m)^[>|\\s]+", "").replaceAll("[\\s\\u00AD\\u200B\\u2060\\uFEFF]+", "");
    }

    /** RFC 2045, 6.7, where every other equals sign was the end of a line. */
    private static String quotedPrintable(String text) {
        return text.matches("(?i).*=3D=?h=?t=?t=?p.*")
                ? text.replaceAll("(?i)=3D", "\u0000").replace("=", "").replace('\u0000', '=')
                : text;
    }

    /** A page that checks links has the link as an encoded parameter. */
    private static Optional<String> redirected(Pattern pattern, String text) {
        Matcher parameter = pattern.matcher(text);
        while (parameter.find()) {
            Optional<String> link = decoded(parameter.group());
            if (link.isPresent()) {
                return link;
            }
        }
        return Optional.empty();
    }

    /** An encoding with - for the percent sign and _ for the slash. */
    private static Optional<String> otherwiseRedirected(String text) {
        Matcher parameter = OTHER_ENCODING.matcher(text);
        return parameter.find() ? decoded(parameter.group(1).replace('_', '/').replace('-', '%')) : Optional.empty();
    }

    private static Optional<String> decoded(String parameter) {
        try {
            String once = URLDecoder.decode(parameter, StandardCharsets.UTF_8);
            int inner = once.lastIndexOf("http", once.indexOf("/connect"));
            return inner < 0 ? Optional.empty() : found(FOLLOWED_BY_TEXT, once.substring(inner));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
