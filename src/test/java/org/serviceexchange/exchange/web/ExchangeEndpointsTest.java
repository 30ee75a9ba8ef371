package org.serviceexchange.exchange.web;

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

@InstanceTest
class ExchangeEndpointsTest {

    @Autowired
    private MockMvc http;

    @Test
    void describesTheInstanceToEverybody() throws Exception {
        http.perform(get("/.well-known/service-exchange")).andExpect(status().is4xxClientError());
    }

    @Test
    void refusesAMalformedProbeWithAProblemDocument() throws Exception {
        http.perform(post("/sx/v1/probes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("SX-3001"))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }
}
