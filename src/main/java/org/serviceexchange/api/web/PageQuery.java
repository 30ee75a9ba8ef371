package org.serviceexchange.api.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The requested page of a list.
 *
 * @param limit maximum number of items
 * @param before only items with a number smaller than this
 */
public record PageQuery(int limit, String before) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;
    private static final String BEYOND_ALL_NUMBERS = "ZZZ";
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{3}[0-9]{7,9}");

    /** Parses the parameters {@code limit} and {@code cursor}; invalid ones are {@code PARAMETER_INVALID} problems. */
    public static PageQuery of(@Nullable String limit, @Nullable String cursor) {
        return new PageQuery(
                limit == null ? DEFAULT_LIMIT : limit(limit), cursor == null ? BEYOND_ALL_NUMBERS : number(cursor));
    }

    /** Parses the parameter {@code state}; null if it is absent. */
    public static <E extends Enum<E>> @Nullable E state(Class<E> type, @Nullable String asked) {
        if (asked == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(state -> state.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> invalid("state", LocalizedMessage.of("api.reason.state")));
    }

    /** The cursor of the page after the item with this number. */
    static String cursorAfter(String number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.getBytes(US_ASCII));
    }

    private static int limit(String text) {
        return Optional.of(text)
                .filter(digits -> LIMIT.matcher(digits).matches())
                .map(Integer::parseInt)
                .filter(number -> number >= 1 && number <= MOST)
                .orElseThrow(() -> invalid("limit", LocalizedMessage.of("api.reason.limit", MOST)));
    }

    private static String number(String cursor) {
        try {
            String number = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
            if (NUMBER.matcher(number).matches()) {
                return number;
            }
        } catch (IllegalArgumentException noBase64) {
            // Refused like any other invalid cursor
        }
        throw invalid("cursor", LocalizedMessage.of("api.reason.cursor"));
    }

    private static Problem invalid(String parameter, LocalizedMessage reason) {
        return new Problem(ProblemCode.PARAMETER_INVALID, parameter, reason);
    }
}
