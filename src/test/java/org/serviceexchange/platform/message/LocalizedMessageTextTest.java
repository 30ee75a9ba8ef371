package org.serviceexchange.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizedMessageTextTest {

    private static final LocalizedMessage EVERYTHING = LocalizedMessage.of(
            "provider.note.exchangeFailed",
            3,
            Instant.parse("2026-12-07T13:34:05Z"),
            List.of(LocalizedMessage.of("journal.system"), "\"quoted\"\nline"));

    @Test
    void isReadAsItWasWritten() {
        assertThat(LocalizedMessageText.read(LocalizedMessageText.write(EVERYTHING)))
                .isEqualTo(EVERYTHING);
        assertThat(LocalizedMessageText.readAll(LocalizedMessageText.writeAll(List.of(EVERYTHING, EVERYTHING))))
                .containsExactly(EVERYTHING, EVERYTHING);
    }

    @Test
    void isNothingForNothing() {
        assertThat(LocalizedMessageText.readAll(null)).isEmpty();
        assertThat(LocalizedMessageText.readAll("")).isEmpty();
        assertThat(LocalizedMessageText.writeAll(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "[1]", "\"provider.note.open\""})
    void refusesWhatIsNoPhrase(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LocalizedMessageText.read(text));
    }

    @Test
    void readsInTheLanguageOfTheReader() {
        LocalizedMessage open = LocalizedMessage.of("provider.note.open", Instant.parse("2026-12-07T13:34:05Z"));
        assertThat(open.in(Locale.ENGLISH))
                .isEqualTo("The registration is open; its link can be used until 7 December 2026, 13:34 UTC.");
        assertThat(open.in(Locale.GERMAN))
                .isEqualTo(
                        "Die Registrierung ist offen; ihr Link kann bis 7. Dezember 2026, 13:34 UTC verwendet werden.");
        assertThat(open.in(Locale.FRENCH)).endsWith("7 décembre 2026, 13:34 UTC.");
        assertThat(open.in(Locale.forLanguageTag("es"))).contains("7 de diciembre de 2026, 13:34 UTC");
    }
}
