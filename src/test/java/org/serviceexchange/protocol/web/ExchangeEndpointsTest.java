package org.serviceexchange.protocol.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.springframework.beans.factory.annotation.Autowired;
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

    private ResultActions probe(String body) throws Exception {
        return http.perform(
                post("/sx/v1/probes").contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
