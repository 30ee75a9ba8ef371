package org.serviceexchange.connection.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The command {@code verify-evidence FILE}: needs the jar and the file, and neither an instance nor a network. */
public final class VerifyEvidenceCommand {

    /** The exit code for a file that stands. */
    public static final int STANDS = 0;

    /** The exit code for a file that was changed. */
    public static final int FALLS = 1;

    private static final int UNREADABLE = 2;

    private VerifyEvidenceCommand() {}

    /** Prints what was found and returns the exit code: 0 it stands, 1 it does not, 2 it cannot be read. */
    public static int run(String path, PrintStream out, Locale language) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            EvidenceReport report = CheckEvidence.check(file);
            report.sentences().forEach(sentence -> out.println(sentence.in(language)));
            return report.stands() ? STANDS : FALLS;
        } catch (IOException | InvalidPathException unreadable) {
            out.println(LocalizedMessage.of("evidence.unreadable", path, String.valueOf(unreadable.getMessage()))
                    .in(language));
            return UNREADABLE;
        }
    }
}
