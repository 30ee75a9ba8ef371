package org.serviceexchange.journal;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.serviceexchange.journal.JournalEntry.Kind;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A work note or comment that a person typed; always valid.
 *
 * @param text 1 to {@value #LONGEST} characters without control characters (line breaks and tabs are allowed) and
 *     without secrets
 */
public record Note(Kind kind, String text) {

    /** Maximum length of an entry, in characters. */
    public static final int LONGEST = 4000;

    /** Control characters, unpaired surrogates, and characters that change the text's direction. */
    private static final Pattern UNSEEN =
            Pattern.compile("[[\\p{Cc}\\p{Cs}]&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    /** The query parameter of a registration link, or 256 bits in base64url, the form of a link's secret. */
    private static final Pattern SECRET =
            Pattern.compile("secret(=|%3[dD])[A-Za-z0-9_-]{8}|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    /** Problems: {@code REMARK_LENGTH}, {@code REMARK_CHARACTERS}, {@code REMARK_WITH_SECRET}. */
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

    /** From the fields of a form; an unknown kind is a {@code REQUEST_INVALID} problem. */
    public static Note of(String kind, String text) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> new Note(known, text))
                .orElseThrow(() -> new Problem(ProblemCode.REQUEST_INVALID));
    }
}
