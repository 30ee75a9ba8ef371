package org.serviceexchange.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingFolderTest {

    @TempDir
    private Path temporary;

    /** A program that is ended while it uses such a folder. */
    static final class Ended {

        private Ended() {}

        public static void main(String[] arguments) throws IOException {
            Path inside = new PassingFolder("passing").folder("inside");
            Files.writeString(inside.resolve("file"), "left");
            System.exit(Files.exists(inside.resolve("file")) ? 3 : 0);
        }
    }

    @Test
    void isDeletedWhenItIsClosed() throws IOException {
        Path inside;
        try (PassingFolder folder = new PassingFolder("passing")) {
            inside = folder.folder("inside");
            Files.writeString(inside.resolve("file"), "left");
        }
        assertThat(inside.getParent()).doesNotExist();
    }

    @Test
    void isDeletedWhenTheProgramIsEndedMeanwhile() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ended.class.getName())
                .inheritIO()
                .start();
        assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isEqualTo(3);
        assertThat(temporary).isEmptyDirectory();
    }
}
