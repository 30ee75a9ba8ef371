package org.serviceexchange.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of CONTRIBUTING.md for a new language, with an invented one: its files are enough, and all of them are needed. */
class NewLanguageTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** What a translator leaves as it is: the key, placeholders, line breaks, and comments. */
    private static final Pattern KEPT = Pattern.compile("(?m)^#.*$|^[^=\\n]+=|\\{\\d[^}]*}|\\\\n");

    private static final Locale INVENTED = Locale.forLanguageTag("qxx-Latn");
    private static final String END = "_" + INVENTED.toLanguageTag().replace('-', '_') + ".properties";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheEnglishFiles() throws IOException {
        Files.createDirectory(folder.resolve("messages"));
        for (Path original : Translation.originals(RESOURCES)) {
            Path copy = folder.resolve(RESOURCES.relativize(original));
            Files.copy(original, copy);
            Files.copy(original, translation(copy));
        }
    }

    @Test
    void isOfferedAsSoonAsItHasEveryFile() throws IOException {
        assertThat(offered()).containsExactly(Languages.DEFAULT, INVENTED);
    }

    @Test
    void isNotOfferedWhileAFileIsMissing() throws IOException {
        Files.delete(folder.resolve("messages/web" + END));
        assertThat(offered()).containsExactly(Languages.DEFAULT);
    }

    @Test
    void isNotOfferedWithoutTheTextsOfProblems() throws IOException {
        Files.delete(folder.resolve("problems" + END));
        assertThat(offered()).containsExactly(Languages.DEFAULT);
    }

    @Test
    void isRightOnceEveryTextIsTranslated() throws IOException {
        assertThat(invented().untranslated())
                .hasSizeGreaterThan(1000)
                .contains("web.logOut=Log out\n    is the English text (words that are the same stand in"
                        + " src/test/resources/languages)");
        translate();
        assertThat(invented().incomplete()).isEmpty();
        assertThat(invented().malformed()).isEmpty();
        assertThat(invented().untranslated()).isEmpty();
        assertThat(invented().tooLong()).isEmpty();
    }

    @Test
    void lacksExactlyTheTextsThatWereAddedInEnglish() throws IOException {
        Path file = folder.resolve("messages/web" + END);
        Files.writeString(file, Files.readString(file).replace("web.problem.back=Back\n", ""));
        assertThat(invented().incomplete()).containsExactly("messages/web" + END + " lacks web.problem.back=Back");
    }

    @Test
    void isRefusedWithOtherPlaceholdersLostQuotesEndlessLabelsOrInAnotherOrder() throws IOException {
        translate();
        Path file = folder.resolve("messages/web" + END);
        String texts = Files.readString(file);
        Files.writeString(
                file,
                texts.replaceAll("(?m)^web.loggedInAs=.*$", "web.loggedInAs=qx {1}")
                        .replaceAll("(?m)^web.login.to=.*$", "web.login.to=l'qx {0}")
                        .replaceAll("(?m)^web.logOut=.*$", "web.logOut=" + "qx".repeat(12)));
        assertThat(invented().malformed())
                .containsExactly(
                        "web.loggedInAs=qx {1}\n    has other placeholders than Logged in as {0}",
                        "web.login.to=l'qx {0}\n    has a single quote, which is written twice or as ’");
        assertThat(invented().tooLong())
                .containsExactly(
                        "web.logOut=" + "qx".repeat(12) + "\n    is longer than 23 characters; English: Log out");
        Files.writeString(file, texts.replaceFirst("(?s)^(.*?\n)(.*?\n)", "$2$1"));
        assertThat(invented().incomplete())
                .containsExactly("messages/web" + END + " has another order than the English file");
    }

    private List<Locale> offered() throws IOException {
        try (URLClassLoader texts = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return Languages.complete(texts);
        }
    }

    private Translation invented() {
        return new Translation(folder, INVENTED.toLanguageTag().replace('-', '_'));
    }

    /** Puts other letters for those of English. */
    private void translate() throws IOException {
        for (Path original : Translation.originals(folder)) {
            StringBuilder text = new StringBuilder();
            String english = Files.readString(original);
            int from = 0;
            for (MatchResult kept : KEPT.matcher(english).results().toList()) {
                text.append(foreign(english.substring(from, kept.start()))).append(kept.group());
                from = kept.end();
            }
            Files.writeString(translation(original), text.append(foreign(english.substring(from))));
        }
    }

    private static String foreign(String english) {
        return english.replaceAll("[aeiouy]", "ø").replaceAll("[AEIOU]", "Ø").replace("d", "đ");
    }

    private static Path translation(Path original) {
        return original.resolveSibling(original.getFileName().toString().replace(".properties", END));
    }
}
