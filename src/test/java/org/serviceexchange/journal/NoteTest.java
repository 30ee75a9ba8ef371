package org.serviceexchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.journal.JournalEntry.Kind;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class NoteTest {

    private static final String SECRET = new RandomSecrets().next();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Grüße, 你好 👩‍💻\n\tSecond line",
                "Compare the thumbprint abcd efgh ijkl mnop qrst uvwx yzab cdef ghij klmn opq",
                "The secret= of success",
                "${7*7} <b>{registration-link}</b>"
            })
    void keepsWhatPeopleWrite(String text) {
        assertThat(Note.of("COMMENT", text)).isEqualTo(new Note(Kind.COMMENT, text));
    }

    @Test
    void countsALineBreakOnceAndDropsTheSpaceAround() {
        assertThat(new Note(Kind.WORK_NOTE, " one\r\ntwo \r\n").text()).isEqualTo("one\ntwo");
        assertThat(new Note(Kind.WORK_NOTE, "x".repeat(4000)).text()).hasSize(4000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t "})
    void refusesNothing(String text) {
        assertThat(refusal(text).sentence(Locale.ENGLISH))
                .isEqualTo("A work note or comment has 1 to 4,000 characters; this one has 0."
                        + " Write something, or write it shorter, and add it again.");
    }

    @Test
    void refusesTooMuch() {
        assertThat(refusal("x".repeat(4001)).sentence(Locale.GERMAN))
                .isEqualTo("Eine Arbeitsnotiz oder ein Kommentar hat 1 bis 4.000 Zeichen; dieser Text hat 4.001."
                        + " Geben Sie einen Text ein, oder kürzen Sie ihn, und fügen Sie ihn noch einmal hinzu.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0007b", "a\u009bb", "a\u202Eb", "a\uD800b", "a\rb"})
    void refusesWhatCannotBeSeen(String text) {
        assertThat(refusal(text).sentence(Locale.ENGLISH))
                .isEqualTo("The text has characters that cannot be seen, such as control characters."
                        + " Type the text anew instead of pasting it, and add it again.");
    }

    @Test
    void refusesASecret() {
        for (String text : new String[] {
            SECRET,
            "Here: " + SECRET + ".",
            "https://c.example.com/connect?registration=REG0001001&secret=" + SECRET + "&pin=x",
            "https%3A%2F%2Fc.example.com%2Fconnect%3Fsecret%3D" + SECRET,
            "secret=" + SECRET.substring(0, 20)
        }) {
            assertThat(refusal(text).code()).as(text).isEqualTo(ProblemCode.REMARK_WITH_SECRET);
        }
        assertThat(refusal(SECRET).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "The text holds what looks like a registration link or its secret, which must not be kept here."
                                + " Leave it out and add the text again; send a link only to the contact, by a way you trust.")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "comment", "SECRET_NOTE"})
    void refusesAnUnknownKind(String kind) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Note.of(kind, "text"))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_INVALID));
    }

    private static Problem refusal(String text) {
        for (Kind kind : Kind.values()) {
            try {
                new Note(kind, text);
            } catch (Problem problem) {
                return problem;
            }
        }
        throw new AssertionError("accepted: " + text);
    }
}
