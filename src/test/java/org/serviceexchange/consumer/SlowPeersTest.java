package org.serviceexchange.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.journey.Await;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** With five database connections, what takes long outside or at a password delays nobody else. */
@InstanceTest
@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=5")
class SlowPeersTest {

    private static final int SLOW = Integer.getInteger("service-exchange.campaign.slow-peers", 20);
    private static final int LOGINS = 150;

    @MockitoBean
    private OutboundHttp http;

    @Autowired
    private OpenConnection openConnection;

    @Autowired
    private ProviderConnections connections;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private MockMvc mvc;

    private final CountDownLatch asked = new CountDownLatch(SLOW);
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void manyPeersThatAnswerLateDelayNoPageNoOtherOnboardingAndNoHealthAnswer() throws Exception {
        given(http.get(any())).willAnswer(call -> answer(call.getArgument(0)));
        List<String> slow = IntStream.range(0, SLOW)
                .mapToObj(i -> open("https://slow.example.com", 4000 + i))
                .toList();
        try {
            // All are asked at the same time, with four times as many peers as connections
            assertThat(asked.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            String other = open("https://fast.example.com", 4999);
            Await.until("the other onboarding went on", () -> state(other) == ConnectionState.VALIDATION_FAILED);
            var admin = user(TestUsers.ADMIN).authorities(() -> Role.SERVICE_EXCHANGE_ADMIN.group());
            mvc.perform(get("/").with(admin)).andExpect(status().isOk());
            mvc.perform(get("/connections/" + slow.get(0)).with(admin)).andExpect(status().isOk());
            mvc.perform(get("/actuator/health")).andExpect(status().isOk());
            // No row is locked: a click on each would be served
            slow.forEach(number -> transactions.executeWithoutResult(status -> connections.lock(number)));
            assertThat(slow).allMatch(number -> state(number) == ConnectionState.AWAITING_VALIDATION);
        } finally {
            gate.countDown();
        }
        slow.forEach(number ->
                Await.until(number + " was recorded", () -> state(number) == ConnectionState.VALIDATION_FAILED));
    }

    @Test
    void manyWrongLoginsAtOnceAreRefusedAndNothingElse() throws Exception {
        var callers = Executors.newFixedThreadPool(LOGINS);
        try {
            Callable<Integer> login = () -> mvc.perform(post("/login")
                            .with(csrf())
                            .param("username", "nobody")
                            .param("password", "wrong"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            List<Future<Integer>> logins = callers.invokeAll(
                    IntStream.range(0, LOGINS).mapToObj(i -> login).toList());
            for (Future<Integer> one : logins) {
                assertThat(one.get()).isIn(302, 303, 503);
            }
            mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        } finally {
            callers.shutdownNow();
        }
    }

    private byte[] answer(URI address) throws InterruptedException {
        if (address.getHost().startsWith("slow")) {
            asked.countDown();
            gate.await();
        }
        throw new Problem(ProblemCode.PEER_UNREACHABLE, address.getAuthority());
    }

    private String open(String provider, int registration) {
        return openConnection.open(
                new RegistrationLink(
                        URI.create(provider), "REG000" + registration, TestConnections.SECRET, TestConnections.PIN),
                TestUsers.ADMIN);
    }

    private ConnectionState state(String number) {
        return connections.find(number).orElseThrow().state();
    }
}
