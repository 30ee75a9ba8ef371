package org.serviceexchange.connection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyEvidenceCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void answersZeroIfTheFileStands() throws IOException {
        assertThat(run(Locale.ENGLISH, write(TestEvidence.of(3).lines()))).isZero();
        assertThat(printed.toString(UTF_8)).contains("THE FILE STANDS").contains("What the file cannot prove");
    }

    @Test
    void answersOneIfItDoesNotAndSpeaksTheLanguageOfTheMachine() throws IOException {
        List<String> lines = TestEvidence.of(3).lines();
        lines.remove(EvidenceFiles.entry(lines, 2));
        assertThat(run(Locale.GERMAN, write(lines))).isEqualTo(1);
        assertThat(printed.toString(UTF_8))
                .contains("DIE DATEI IST NICHT GÜLTIG")
                .contains("Entfernt: Journaleintrag 2.");
    }

    @Test
    void answersTwoIfThereIsNothingToCheck() throws IOException {
        assertThat(run(Locale.ENGLISH, folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run(Locale.ENGLISH, write(List.of("hello")))).isEqualTo(2);
        assertThat(printed.toString(UTF_8)).contains("cannot be checked").contains("it is no file of evidence");
    }

    private int run(Locale language, String file) {
        return VerifyEvidenceCommand.run(file, new PrintStream(printed, true, UTF_8), language);
    }

    private String write(List<String> lines) throws IOException {
        return Files.write(folder.resolve("evidence.jsonl"), TestEvidence.file(lines))
                .toString();
    }
}
