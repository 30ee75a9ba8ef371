package org.serviceexchange.protocol.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.InstanceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@InstanceTest
class ExchangeEndpointsTest {

    @Autowired
    private MockMvc http;

    @Test
    void asksNobodyToLogInForTheDescription() throws Exception {
        http.perform(get("/.well-known/service-exchange"))
                .andExpect(header().doesNotExist("Location"))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void refusesAMalformedProbeWithAProblemDocument() throws Exception {
        probe("{}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("SX-3001"))
                .andExpect(jsonPath("$.time").isString())
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void refusesAProbeUnderAKeyThatNobodyKnows() throws Exception {
        probe("{\"payloadType\":\"application/vnd.service-exchange.v1.probe+json\",\"keyId\":\"unknown\",\"counter\":1,"
                        + "\"sealed\":\"AAAA\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.arguments", empty()))
                .andExpect(jsonPath("$.code").value("SX-3003"));
    }

    @Test
    void refusesBodiesOfMoreThan64KiB() throws Exception {
        probe(" ".repeat(64 * 1024 + 1))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.arguments", contains("it is longer than 64 KiB")))
                .andExpect(
                        jsonPath("$.cause")
                                .value(
                                        "The message does not have the form that the protocol asks for: it is longer than 64 KiB."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html,application/xhtml+xml", "image/png", "nonsense", "a/b;q=x"})
    void takesNoNoticeOfWhatIsAccepted(String accept) throws Exception {
        http.perform(get("/.well-known/service-exchange").header("Accept", accept))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("SX-2105"));
        http.perform(post("/sx/v1/probes")
                        .header("Accept", accept)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("SX-3001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sx/v1/claims", "/sx/v1/exchanges", "/sx/v1/exchanges/confirmations", "/sx/v1/probes"})
    void saysWhichMethodAndTypeAnEndpointTakes(String path) throws Exception {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)) {
            http.perform(request(method, path).header("Accept", "text/html"))
                    .andExpect(status().isMethodNotAllowed())
                    .andExpect(header().string("Allow", "POST"))
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.code").value("SX-7005"));
        }
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "nonsense")) {
            http.perform(post(path).header("Content-Type", type).content("{}"))
                    .andExpect(status().isUnsupportedMediaType())
                    .andExpect(jsonPath("$.code").value("SX-7007"));
        }
        http.perform(post(path).contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("SX-9001"));
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        http.perform(post("/sx/v2/claims")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("SX-9002"));
        http.perform(post("/.well-known/service-exchange"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET"));
    }

    private ResultActions probe(String body) throws Exception {
        return http.perform(
                post("/sx/v1/probes").contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
