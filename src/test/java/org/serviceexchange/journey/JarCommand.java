package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the packaged jar, as a script at an instance uses it. */
record JarCommand(Instance instance, String token) {

    /** What it printed, and at the end its exit code. */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Instance.JAVA, "-jar", Path.of(Instance.JAR).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("SX_URL", instance.address().toString());
        process.environment().put("SX_TOKEN", token);
        process.environment().put("LC_ALL", "C");
        Process java = process.start();
        String printed = new String(java.getInputStream().readAllBytes(), UTF_8);
        return printed + "exit " + java.waitFor();
    }
}
