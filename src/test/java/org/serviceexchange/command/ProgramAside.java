package org.serviceexchange.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.ServiceExchangeApplication;

/**
 * The program in a process of its own, for a command that moves the clock of all engines in it: those of other tests would see times come
 * that are far away.
 *
 * @param exit what it ended with
 * @param out what it printed
 * @param err what it complained about
 */
record ProgramAside(int exit, String out, String err) {

    static ProgramAside run(Path work, String... typed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceExchangeApplication.class.getName()));
        command.addAll(List.of(typed));
        Path out = Files.createTempFile(work, "out", ".txt");
        Path err = Files.createTempFile(work, "err", ".txt");
        Process program = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = program.waitFor();
        return new ProgramAside(exit, Files.readString(out), Files.readString(err));
    }
}
