package org.serviceexchange.api.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Reads the header {@code Idempotency-Key}: a string of RFC 8941; the quotes are optional, because many clients omit them. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("(\"?)([A-Za-z0-9._:-]{8,128})\\1");

    private IdempotencyKey() {}

    /** The key; an {@code IDEMPOTENCY_KEY_INVALID} problem if the header is missing or malformed. */
    public static String of(String header) {
        Matcher key = KEY.matcher(header);
        if (!key.matches()) {
            throw new Problem(ProblemCode.IDEMPOTENCY_KEY_INVALID);
        }
        return key.group(2);
    }
}
