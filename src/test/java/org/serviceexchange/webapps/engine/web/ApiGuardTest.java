package org.serviceexchange.webapps.engine.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.webapps.engine.FormFields;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Attacks on the guard; requests that pass must reach the engine unchanged. */
class ApiGuardTest {

    private static final String QUERY = "/camunda/api/engine/engine/default/task";
    private static final String ATTACK = "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}";
    private static final String HARMLESS = "{\"orQueries\":[{\"assignee\":\"Zoë ${1+1}\"}]}";

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ATTACK,
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"dueDateExpression\":null}",
                "{\"query\":{\"orQueries\":[{\"taskVariables\":[],\"candidateGroupExpression\":\"x\"}]}}",
                "[[[{\"a\":[{\"createdAfterExpression\":\"x\"}]}]]]",
                "{\"ASSIGNEEEXPRESSION\":\"x\"}",
                "{\"assignee\\u0045xpression\":\"x\"}",
                "{\"\\u0061ssigneeExpressio\\u006e\":\"x\"}",
                "{\"assigneeExpression \":\"x\"}",
                "{\"expression\":\"x\"}",
            })
    void refusesExpressionsAtAnyDepthAndInAnySpelling(String body) throws Exception {
        refused(json(QUERY, body.getBytes(UTF_8)), "queries may not contain expressions");
    }

    @Test
    void refusesTwoMembersOfOneName() throws Exception {
        refused(json(QUERY, "{\"a\":{},\"a\":{}}".getBytes(UTF_8)), "the body is not strict JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1} {\"assigneeExpression\":\"x\"}",
                "{} []",
                "{\"a\":1",
                "{a:1}",
                "{'a':1}",
                "/* {} */ {\"a\":1}",
                "{\"a\":NaN}",
                "\uFEFF{\"a\":1}",
                "   ",
            })
    void refusesWhatIsNotOneStrictValue(String body) throws Exception {
        refused(json(QUERY, body.getBytes(UTF_8)), "");
    }

    static Stream<byte[]> otherEncodings() {
        Charset utf32be = Charset.forName("UTF-32BE");
        return Stream.of(
                ATTACK.getBytes(UTF_16),
                ATTACK.getBytes(UTF_16BE),
                ATTACK.getBytes(UTF_16LE),
                ("\uFEFF" + ATTACK).getBytes(UTF_16LE),
                ATTACK.getBytes(utf32be),
                ATTACK.getBytes(Charset.forName("UTF-32LE")),
                ("\uFEFF" + ATTACK).getBytes(utf32be),
                ATTACK.getBytes(Charset.forName("IBM037")),
                HARMLESS.getBytes(Charset.forName("ISO-8859-1")));
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void refusesOtherEncodings(byte[] body) throws Exception {
        refused(json(QUERY, body), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=UTF-16",
                "application/json; charset=ISO-8859-1",
                "application/json;charset=nonsense",
                "application/hal+json",
                "application/vnd.camunda+json",
                "text/json",
                "text/plain",
                "*/*",
                "application/*",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=x",
                "application/xml",
                "nonsense",
            })
    void refusesOtherTypesOfContentEvenWithAHarmlessBody(String type) throws Exception {
        var request = json(QUERY, HARMLESS.getBytes(UTF_8));
        request.setContentType(type);

        refused(request, "the body is not JSON in UTF-8");
    }

    @Test
    void refusesABodyWithoutAType() throws Exception {
        var request = json(QUERY, HARMLESS.getBytes(UTF_8));
        request.setContentType(null);

        refused(request, "the body is not JSON in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void refusesCompressedBodies(String encoding) throws Exception {
        var request = json(QUERY, HARMLESS.getBytes(UTF_8));
        request.addHeader("Content-Encoding", encoding);

        refused(request, "the body is encoded as " + encoding);
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        refused(json(QUERY, ("[" + " ".repeat(JsonBody.MOST_BYTES) + "]").getBytes(UTF_8)), "the body is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void inspectsTheBodyOfEveryMethod(String method) throws Exception {
        var request = json("/camunda/api/engine/engine/default/filter/some-id", ATTACK.getBytes(UTF_8));
        request.setMethod(method);

        refused(request, "queries may not contain expressions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/filter/create",
                "/camunda/api/engine/engine/default/filter/some-id/list",
                "/camunda/api/engine/engine/default/filter/some-id/count",
                "/camunda/api/engine/task/count",
                "/camunda/api/cockpit/plugin/base/default/process-instance",
                "/camunda/api/tasklist/plugin/tasklistPlugins/default/task",
                "/camunda/api/admin/anything",
            })
    void inspectsEveryPathOfTheApi(String path) throws Exception {
        refused(json(path, "{\"query\":{\"assigneeExpression\":\"x\"}}".getBytes(UTF_8)), "expressions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=x",
                "a=b&candidateGroupExpression=x",
                "a=b;candidateGroupExpression=x",
                "assignee%45xpression=x",
                "%61ssigneeExpressio%6E=x",
                "assigneeExpression",
                "assigneeEXPRESSION=x",
                "+assigneeExpression+=x",
                "bad%zz=1",
            })
    void refusesExpressionsInTheQueryOfTheAddress(String query) throws Exception {
        var request = new MockHttpServletRequest("GET", QUERY);
        request.setServletPath(QUERY);
        request.setQueryString(query);

        refused(request, "");
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/api/engine/engine/default/deployment/create",
        "/camunda/api/engine/engine/default/deployment/create/",
        "/camunda/api/engine/engine/default/DEPLOYMENT/create",
        "/camunda/api/engine/deployment/create",
        "/camunda/api/engine/engine/other/deployment/x/redeploy",
    })
    void hasNoDeploymentDoor(String path) throws Exception {
        refused(
                json(path, "{}".getBytes(UTF_8)),
                "processes come with the application, the folder of the operator, or the page Processes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/%61pi/engine/engine/default/task", "/c%61munda/api/engine/engine/default/task"})
    void looksAtTheDecodedPath(String address) throws Exception {
        MockHttpServletRequest request = json(QUERY, ATTACK.getBytes(UTF_8));
        request.setRequestURI(address);

        refused(request, "queries may not contain expressions");
    }

    @Test
    void handsAHarmlessBodyOnUnchanged() throws Exception {
        new ApiGuard(mock(FormFields.class)).doFilter(json(QUERY, HARMLESS.getBytes(UTF_8)), response, chain);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(chain.getRequest()).isNotNull();
        assertThat(chain.getRequest().getInputStream().readAllBytes()).isEqualTo(HARMLESS.getBytes(UTF_8));
    }

    @Test
    void letsRequestsWithoutABodyPass() throws Exception {
        var request = new MockHttpServletRequest("GET", QUERY);
        request.setServletPath(QUERY);
        request.setQueryString("assignee=${1%2B1}&sortBy=created");

        new ApiGuard(mock(FormFields.class)).doFilter(request, response, chain);

        assertThat(chain.getRequest()).isNotNull();
    }

    private void refused(MockHttpServletRequest request, String reason) throws Exception {
        new ApiGuard(mock(FormFields.class)).doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(chain.getRequest()).isNull();
        assertThat(request.getAttributeNames().asIterator())
                .toIterable()
                .anySatisfy(name -> assertThat(String.valueOf(request.getAttribute(name)))
                        .contains("This instance does not accept this request of the webapps", reason));
    }

    private static MockHttpServletRequest json(String path, byte[] body) {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setContentType("application/json");
        request.setContent(body);
        return request;
    }
}
