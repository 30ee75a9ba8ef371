package org.serviceexchange.connection.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The command {@code verify-evidence FILE}: needs the jar and the file, and neither an instance nor a network. */
public final class VerifyEvidenceCommand {

    /** The first argument that asks for this command. */
    public static final String NAME = "verify-evidence";

    private static final int STANDS = 0;
    private static final int FALLS = 1;
    private static final int UNREADABLE = 2;

    private VerifyEvidenceCommand() {}

    /** Prints what was found to the terminal and returns the exit code: 0 it stands, 1 it does not, 2 it cannot be read. */
    public static int run(List<String> arguments) {
        return run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8), Locale.getDefault());
    }

    static int run(List<String> arguments, PrintStream out, Locale machine) {
        Locale language = Languages.accepted(machine.toLanguageTag());
        if (arguments.size() != 2) {
            out.println(LocalizedMessage.of("evidence.usage").in(language));
            return UNREADABLE;
        }
        try (InputStream file = Files.newInputStream(Path.of(arguments.get(1)))) {
            EvidenceReport report = CheckEvidence.check(file);
            report.sentences().forEach(sentence -> out.println(sentence.in(language)));
            return report.stands() ? STANDS : FALLS;
        } catch (IOException | InvalidPathException unreadable) {
            out.println(LocalizedMessage.of(
                            "evidence.unreadable", arguments.get(1), String.valueOf(unreadable.getMessage()))
                    .in(language));
            return UNREADABLE;
        }
    }
}
