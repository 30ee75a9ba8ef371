package org.serviceexchange.webapps.engine.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.webapps.engine.FormFields;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The tables of docs/security.md, line by line and member by member. */
class AllowedRequestsTest {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Path LIST = Path.of("src/main/resources/webapps/requests.txt");
    private static final String ADMIN = Role.ADMIN.group();
    private static final String CLERK = Role.SERVICE_EXCHANGE_ADMIN.group();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormFields fields = mock();

    record Line(String who, String method, String path, List<String> members) {

        static Line of(List<String> words) {
            return new Line(words.get(0), words.get(1), words.get(2), words.subList(3, words.size()));
        }

        boolean adminsOnly() {
            return who.equals("admins");
        }

        String example() {
            return path.replaceAll("\\{[a-z]+}", "some-id").replace("/**", "/some/path");
        }
    }

    static List<Line> lines() {
        return read(DOCUMENT)
                .filter(line -> line.startsWith("| all ") || line.startsWith("| admins "))
                .map(line -> line.replace("\\|", "&").replace("`", "").replace("|", " "))
                .map(line -> Line.of(Arrays.stream(line.strip().split(" +"))
                        .map(word -> word.replace("&", "|"))
                        .toList()))
                .toList();
    }

    @BeforeEach
    void formsHaveAField() {
        when(fields.isOfTask(any(), eq("known"), any())).thenReturn(true);
        when(fields.isOfStart(any(), eq("known"))).thenReturn(true);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void areTheOnesOfTheDocument() {
        List<Line> list = read(LIST)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Line.of(List.of(line.split(" +"))))
                .toList();
        assertThat(lines()).hasSizeGreaterThan(55).isEqualTo(list);
        String document = String.join("\n", read(DOCUMENT).toList());
        assertThat(read(LIST).filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .allSatisfy(group -> assertThat(document).contains(group));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void areAnsweredToThoseWhoMaySendThem(Line line) throws Exception {
        String body = line.members().isEmpty() ? "" : body(line).toString();
        assertThat(status(ADMIN, line.method(), line.example(), body)).isEqualTo(200);
        assertThat(status(ADMIN, line.method(), line.example() + "/", body)).isEqualTo(200);
        boolean another = lines().stream()
                .anyMatch(other -> !other.adminsOnly()
                        && other.method().equals(line.method())
                        && AllowedRequests.read()
                                .find(false, line.method(), line.example())
                                .isPresent());
        assertThat(status(CLERK, line.method(), line.example(), body))
                .isEqualTo(line.adminsOnly() && !another ? 403 : 200);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void haveNoOtherMembersAndNoExpressions(Line line) throws Exception {
        if (line.method().equals("GET") || line.method().equals("OPTIONS")) {
            return;
        }
        ObjectNode body = line.members().contains("*") ? JSON.createObjectNode() : body(line);
        assertThat(status(
                        ADMIN,
                        line.method(),
                        line.example(),
                        body.deepCopy().put("aExpression", 1).toString()))
                .isEqualTo(403);
        if (line.members().contains("*")) {
            return;
        }
        for (String member : List.of("businessKey", "startInstructions", "skipCustomListeners", "variables.x.value")) {
            ObjectNode more = body.deepCopy();
            put(more, member, "x");
            assertThat(status(ADMIN, line.method(), line.example(), more.toString()))
                    .as(member)
                    .isEqualTo(403);
        }
    }

    /** One member at a time gets another shape or, where only some values are allowed, another value. */
    @ParameterizedTest
    @MethodSource("lines")
    void haveNoOtherValues(Line line) throws Exception {
        for (String member : line.members()) {
            if (member.equals("*")) {
                continue;
            }
            ObjectNode body = body(line);
            String path = member.split("=", 2)[0].replace("{field}", "known");
            put(body, path + ".deeper", "x");
            assertThat(status(ADMIN, line.method(), line.example(), body.toString()))
                    .as(path)
                    .isEqualTo(403);
            if (member.contains("=")) {
                put(body, path, "something else");
                assertThat(status(ADMIN, line.method(), line.example(), body.toString()))
                        .as(member)
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, process-definition/key/consumer-registration/start",
        "POST, process-definition/some-id/start",
        "POST, process-definition/some-id/restart",
        "POST, process-definition/key/consumer-registration/submit-form",
        "PUT, process-definition/some-id/suspended",
        "DELETE, process-definition/some-id",
        "POST, process-instance/some-id/modification",
        "POST, process-instance/delete",
        "DELETE, process-instance/some-id",
        "PUT, process-instance/some-id/suspended",
        "PUT, process-instance/some-id/variables/connectingUser",
        "POST, process-instance/some-id/variables",
        "PUT, execution/some-id/localVariables/a",
        "POST, execution/some-id/signal",
        "POST, execution/some-id/messageSubscriptions/consumerConnecting/trigger",
        "POST, user/create",
        "PUT, user/some-id/profile",
        "PUT, user/some-id/credentials",
        "POST, user/some-id/unlock",
        "DELETE, user/some-id",
        "PUT, group/some-id/members/some-user",
        "DELETE, group/some-id/members/some-user",
        "POST, message",
        "POST, signal",
        "POST, migration/execute",
        "POST, modification/execute",
        "PUT, task/some-id",
        "POST, task/some-id/complete",
        "POST, task/some-id/assignee",
        "PUT, task/some-id/variables/a",
        "POST, task/some-id/identity-links",
        "DELETE, deployment/some-id",
        "POST, job/some-id/execute",
        "PUT, job/some-id/duedate",
        "PUT, job/some-id/suspended",
        "DELETE, incident/some-id",
        "POST, group/create",
        "POST, authorization/create",
        "DELETE, authorization/some-id",
        "POST, tenant/create",
        "POST, filter/create",
        "POST, decision-definition/some-id/evaluate",
        "POST, history/cleanup",
        "DELETE, history/process-instance/some-id",
        "TRACE, task",
    })
    void areTheOnlyOnes(String method, String path) throws Exception {
        for (String role : List.of(ADMIN, CLERK)) {
            assertThat(status(role, method, "engine/engine/default/" + path, ""))
                    .isEqualTo(403);
        }
    }

    private int status(String role, String method, String path, String body) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("paula", "", role));
        var request = new MockHttpServletRequest(method, "/camunda/api/" + path);
        request.setServletPath("/camunda/api/" + path);
        request.setContentType("application/json");
        request.setContent(body.getBytes(UTF_8));
        var response = new MockHttpServletResponse();
        new ApiGuard(fields).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    /** A body with every member of a line. */
    private static ObjectNode body(Line line) {
        ObjectNode body = JSON.createObjectNode();
        for (String member : line.members()) {
            if (!member.equals("*")) {
                String[] rule = member.replace("{field}", "known").split("=", 2);
                String value = rule.length == 1 ? "x" : rule[1].equals("@me") ? "paula" : rule[1].split("\\|", 2)[0];
                put(body, rule[0], value.equals("[1-9]") ? "1" : value);
            }
        }
        return body;
    }

    private static void put(ObjectNode body, String path, String value) {
        String[] names = path.split("\\.", -1);
        ObjectNode at = body;
        for (String name : List.of(names).subList(0, names.length - 1)) {
            at = at.get(name) instanceof ObjectNode inner ? inner : at.putObject(name);
        }
        at.put(names[names.length - 1], value);
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
