package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs the examples of docs/api.md with curl, as a reader would. */
@ApiTest
class ApiExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("REG[0-9]{7}");

    @LocalServerPort
    int port;

    @Autowired
    ApiWorld world;

    @Autowired
    ApiRecords records;

    @AfterEach
    void clear() {
        records.clear();
    }

    @Test
    void doWhatTheySay() throws Exception {
        assumeThat(Path.of("/usr/bin/curl")).exists();
        ApiWorld.Order order = world.order();
        String token = world.token("examples", Scope.OPERATE).text();
        List<String> examples = examples().stream()
                .map(text -> text.replace("https://provider.example.com", "http://localhost:" + port)
                        .replace("sxt_…", token)
                        .replace("CMP0001001", order.companyId())
                        .replace("\"mia\"", "\"" + order.contactId() + "\"")
                        .replace("https://consumer.example.com", order.consumerUrl()))
                .toList();
        assertThat(examples).hasSize(8);
        String who = examples.get(0);
        String names = who.substring(0, who.indexOf("curl"));

        assertThat(run(who)).contains("\"service\":\"service:examples\"");
        String created = run(names + examples.get(1));
        assertThat(created).contains("\"state\":\"AWAITING_VALIDATION\"");
        Matcher number = NUMBER.matcher(created);
        assertThat(number.find()).isTrue();
        follows(names, number.group(), examples);

        records.liveConsumer("REG0009190", "CCN0009190");
        assertThat(run(names + examples.get(6).replace("CCN0001001", "CCN0009190")))
                .contains("\"state\":\"NEVER_SEEN\"", "\"unanswered\":1", "\"state\":\"ACTIVE\"");
    }

    private static void follows(String names, String number, List<String> examples) throws Exception {
        String read = names + examples.get(2).replaceAll(NUMBER.pattern(), number);
        await().until(() -> run(read).contains("\"state\":\"OPEN\""));
        assertThat(run(read)).containsIgnoringCase("ETag: \"").contains("\"kind\":\"WORK_NOTE\"");
        assertThat(run(names + examples.get(3).replaceAll(NUMBER.pattern(), number)))
                .isEqualTo("304\n");
        assertThat(run(names + examples.get(5))).contains("\"items\":[{", number, "\"items\":[]");
        assertThat(run(names + examples.get(4).replaceAll(NUMBER.pattern(), number)))
                .contains("\"number\":\"" + number + "\"");
        await().until(() -> run(read).contains("\"closingReason\":\"CANCELLED\""));
    }

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs/api.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }
}
