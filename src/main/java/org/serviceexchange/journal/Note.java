package org.serviceexchange.journal;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.serviceexchange.journal.JournalEntry.Kind;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A work note or comment as a person typed it; valid once it exists.
 *
 * @param text 1 to {@value #LONGEST} characters without control characters but line breaks and tabs, and without secrets
 */
public record Note(Kind kind, String text) {

    /** So many characters fit into an entry. */
    public static final int LONGEST = 4000;

    /** Control characters, halves of characters, and what turns the direction of the text around. */
    private static final Pattern UNSEEN =
            Pattern.compile("[[\\p{Cc}\\p{Cs}]&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    /** The parameter of a link, or 256 bits in base64url, which is how a link carries its secret. */
    private static final Pattern SECRET =
            Pattern.compile("secret(=|%3[dD])[A-Za-z0-9_-]{8}|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    /** Refused with {@code REMARK_LENGTH}, {@code REMARK_CHARACTERS} or {@code REMARK_WITH_SECRET}. */
    public Note {
        text = text.replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Problem(ProblemCode.REMARK_LENGTH, LONGEST, text.length());
        }
        if (UNSEEN.matcher(text).find()) {
            throw new Problem(ProblemCode.REMARK_CHARACTERS);
        }
        if (SECRET.matcher(text).find()) {
            throw new Problem(ProblemCode.REMARK_WITH_SECRET);
        }
    }

    /** As a form sends it; an unknown kind is a {@code REQUEST_INVALID} problem. */
    public static Note of(String kind, String text) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> new Note(known, text))
                .orElseThrow(() -> new Problem(ProblemCode.REQUEST_INVALID));
    }
}
