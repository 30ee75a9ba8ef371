package org.serviceexchange.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.serviceexchange.ServiceExchangeApplication;

/**
 * The program in a process of its own, for a command that moves the clock of all engines in it: those of other tests would see times come
 * that are far away. What is set for an instance on this machine would keep any from starting.
 *
 * @param exit what it ended with
 * @param out what it printed
 * @param err what it complained about
 */
record ProgramAside(int exit, String out, String err) {

    private static final int LONGEST_MINUTES = 10;

    static ProgramAside run(Path work, String... typed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-Dspring.flyway.enabled=false",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceExchangeApplication.class.getName()));
        command.addAll(List.of(typed));
        Path out = Files.createTempFile(work, "out", ".txt");
        Path err = Files.createTempFile(work, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("SPRING_APPLICATION_JSON", "{\"spring.main.web-application-type\": \"none\"}");
        Process program = builder.start();
        if (!program.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            program.destroyForcibly().waitFor();
            throw new AssertionError(Files.readString(out) + Files.readString(err));
        }
        return new ProgramAside(program.exitValue(), Files.readString(out), Files.readString(err));
    }
}
