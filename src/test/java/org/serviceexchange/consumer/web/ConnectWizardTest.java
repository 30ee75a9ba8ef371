package org.serviceexchange.consumer.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@InstanceTest
class ConnectWizardTest {

    private static final String SECRET = "S".repeat(43);
    private static final String PIN = "P".repeat(43);
    private static final AtomicInteger REGISTRATIONS = new AtomicInteger(5000);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ProviderConnections connections;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Users users;

    private final String registration = "REG%07d".formatted(REGISTRATIONS.incrementAndGet());

    @Test
    void movesTheSecretOutOfTheAddressBarAtOnce() throws Exception {
        mvc.perform(link(SECRET))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/connect/start"))
                .andExpect(header().stringValues("Referrer-Policy", "no-referrer"));
    }

    @Test
    void leadsWhoeverDeclinesToTheProviderWithoutALogin() throws Exception {
        Cookie link = openedLink(SECRET);
        mvc.perform(page("/connect/start").cookie(link))
                .andExpect(header().string("Content-Security-Policy", containsString(" https://provider.invalid")));
        var decline = post("/connect/decline")
                .cookie(link)
                .param("provider", "https://provider.invalid")
                .param("registration", registration);
        mvc.perform(decline).andExpect(status().isForbidden());
        mvc.perform(decline.with(csrf())).andExpect(redirectedUrl("https://provider.invalid/decline?secret=" + SECRET));
        mvc.perform(post("/connect/decline")
                        .cookie(link)
                        .param("provider", "https://another.invalid")
                        .param("registration", registration)
                        .with(csrf()))
                .andExpect(redirectedUrl(
                        "/connect/start?provider=https%3A%2F%2Fanother.invalid&registration=" + registration));
        assertThat(own()).isEmpty();
    }

    @Test
    void opensTwentyTimesWithoutEffectAndThenBegins() throws Exception {
        for (int time = 0; time < 20; time++) {
            mvc.perform(link(SECRET)).andExpect(redirectedUrl("/connect/start"));
        }
        assertThat(own()).isEmpty();
        begin(SECRET);
        assertThat(own()).hasSize(1);
        assertThat(own().get(0).invitation().openedBy()).isEqualTo(TestUsers.CLERK);
    }

    @Test
    void explainsTheLinkToPeopleWhoAreNotLoggedIn() throws Exception {
        Cookie link = openedLink(SECRET);
        mvc.perform(page("/connect/start").cookie(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("To begin, log in to this instance as an admin.")))
                .andExpect(content().string(containsString(registration)))
                .andExpect(content().string(not(containsString(SECRET))));
        mvc.perform(page("/connect/log-in").cookie(link)).andExpect(redirectedUrl("/login"));
        mvc.perform(page("/connect/begin").cookie(link)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void doesNotLetAnOrdinaryUserBegin() throws Exception {
        if (users.find("wizard-visitor").isEmpty()) {
            users.create("wizard-visitor", "Vera", "Visitor", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        }
        Cookie link = openedLink(SECRET);
        var contact = user("wizard-visitor").authorities(() -> Role.CONTACT.group());
        mvc.perform(page("/connect/start").cookie(link).with(contact))
                .andExpect(content()
                        .string(containsString(
                                "Your account wizard-visitor may not connect this instance to a provider.")))
                .andExpect(content().string(not(containsString("Begin</button>"))));
        mvc.perform(page("/connect/log-in").cookie(link).with(contact)).andExpect(redirectedUrl("/connect/start"));
        mvc.perform(post("/connect/begin").cookie(link).with(contact).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(own()).isEmpty();
    }

    @Test
    void beginsWithTheLinkThatTheFormShowsThoughAnotherWasOpenedSince() throws Exception {
        String other = "REG%07d".formatted(REGISTRATIONS.incrementAndGet());
        Cookie first = openedLink(SECRET);
        Cookie both = mvc.perform(link(SECRET, other).cookie(first))
                .andReturn()
                .getResponse()
                .getCookie("test-instance-link");
        mvc.perform(page("/connect/log-in")
                        .param("provider", "https://provider.invalid")
                        .param("registration", registration)
                        .cookie(both)
                        .with(clerk()))
                .andExpect(redirectedUrl(
                        "/connect/start?provider=https%3A%2F%2Fprovider.invalid&registration=" + registration));
        mvc.perform(page("/connect/start")
                        .param("provider", "https://provider.invalid")
                        .param("registration", registration)
                        .cookie(both)
                        .with(clerk()))
                .andExpect(content().string(containsString(registration)))
                .andExpect(content().string(not(containsString(other))));

        mvc.perform(post("/connect/begin").cookie(both).with(clerk()).with(csrf()))
                .andExpect(redirectedUrl("/connect/start"));
        assertThat(own()).isEmpty();
        Cookie begun = mvc.perform(post("/connect/begin")
                        .param("provider", "https://provider.invalid")
                        .param("registration", registration)
                        .cookie(both)
                        .with(clerk())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("test-instance-link");
        assertThat(own()).hasSize(1);
        assertThat(connections(other)).isEmpty();
        mvc.perform(page("/connect/start")
                        .param("provider", "https://provider.invalid")
                        .param("registration", other)
                        .cookie(begun)
                        .with(clerk()))
                .andExpect(content().string(containsString("Begin</button>")));
    }

    @Test
    void doesNotBeginWithoutACsrfToken() throws Exception {
        mvc.perform(post("/connect/begin").cookie(openedLink(SECRET)).with(clerk()))
                .andExpect(status().isForbidden());
        assertThat(own()).isEmpty();
    }

    @Test
    void createsOneConnectionFromParallelPosts() throws Exception {
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> posts = IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(time -> () -> numbers.add(begin(SECRET)))
                .toList();
        var pool = Executors.newFixedThreadPool(6);
        try {
            for (var finished : pool.invokeAll(posts)) {
                finished.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(numbers).hasSize(1);
        assertThat(own()).hasSize(1);
    }

    @Test
    void resumesTheSameConnectionWithANewerLinkToo() throws Exception {
        String number = begin(SECRET);
        String hash = own().get(0).snapshot().link().hash();
        assertThat(begin(SECRET)).isEqualTo(number);
        assertThat(own().get(0).snapshot().link().hash()).isEqualTo(hash);
        assertThat(begin("T".repeat(43))).isEqualTo(number);
        assertThat(own().get(0).snapshot().link().hash()).isNotEqualTo(hash);
    }

    @Test
    void keepsTheSecretSealed() throws Exception {
        begin(SECRET);
        byte[] sealed = own().get(0).snapshot().link().secret().sealed();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
    }

    @Test
    void refusesALinkThatIsNotComplete() throws Exception {
        mvc.perform(page("/connect").param("registration", registration))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(containsString(
                                "Copy the whole link from the e-mail, or ask the provider for a new one.")));
    }

    @Test
    void showsWhatTheConnectionIsAboutAndWhoseTurnItIs() throws Exception {
        String number = begin(SECRET);
        mvc.perform(page("/connections/" + number).with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(containsString("Whose turn it is")))
                .andExpect(content().string(containsString("The registration link " + registration)));
        mvc.perform(get("/connections/" + number + "/status").with(clerk()).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"moving\":true")));
        mvc.perform(get("/connections/" + number + "/process").with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("userTask_connectToProvider")));
        mvc.perform(get("/connections/" + number + "/process").with(clerk()).header("Accept-Language", "de"))
                .andExpect(content().string(containsString("name=\"Mit dem Anbieter verbinden\"")));
        mvc.perform(get("/connections/" + number + "/status")
                        .with(clerk())
                        .header("Accept-Language", "fr")
                        .accept(MediaType.APPLICATION_JSON))
                .andExpect(content().encoding(UTF_8))
                .andExpect(content()
                        .string(anyOf(
                                containsString("\"Résoudre les constats\""),
                                containsString("\"Se connecter au fournisseur\""))));
        mvc.perform(page("/connections").with(clerk())).andExpect(redirectedUrl("/?side=consumer"));
        mvc.perform(page("/").param("side", "consumer").param("q", number).with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)));
    }

    @Test
    void showsInTheWizardWhatHappenedLastAndLeadsToEverythingElse() throws Exception {
        String number = begin(SECRET);
        mvc.perform(page("/connect/" + number).with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("What happened last")))
                .andExpect(content().string(containsString("href=\"/connections/" + number + "/cancel\"")))
                .andExpect(content().string(containsString("data-status=\"/connections/" + number + "/status\"")))
                .andExpect(content().string(not(containsString(SECRET))));
    }

    @Test
    void cancelsAfterAConfirmation() throws Exception {
        String number = begin(SECRET);
        mvc.perform(page("/connections/" + number + "/cancel").with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This cannot be undone")));
        mvc.perform(post("/connections/" + number + "/cancel").with(clerk()).with(csrf()))
                .andExpect(redirectedUrl("/connections/" + number));
        assertThat(own().get(0).state().label().inDefault()).isEqualTo("Closed Incomplete");
        assertThat(own().get(0).snapshot().reason().inDefault()).isEqualTo("cancelled.");
        mvc.perform(page("/connections/" + number).with(clerk()))
                .andExpect(content().string(containsString("Reason: cancelled.")));
        assertThat(begin(SECRET)).isNotEqualTo(number);
    }

    @Test
    void saysThatAConnectionIsUnknown() throws Exception {
        mvc.perform(page("/connections/PCN9999999").with(clerk()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no provider connection PCN9999999.")));
    }

    @Test
    void tellsSomeoneWithAnotherSessionToAuthenticateAgain() throws Exception {
        mvc.perform(page("/connect/callback")
                        .param("state", "unknown")
                        .param("code", "c")
                        .param("iss", "https://p"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Authenticate again")));
    }

    private List<ProviderConnection> own() {
        return connections(registration);
    }

    private List<ProviderConnection> connections(String registration) {
        return jdbc
                .sql("select number from provider_connection where registration = ? order by number desc")
                .param(registration)
                .query(String.class)
                .list()
                .stream()
                .map(number -> connections.find(number).orElseThrow())
                .toList();
    }

    private Cookie openedLink(String secret) throws Exception {
        return mvc.perform(link(secret)).andReturn().getResponse().getCookie("test-instance-link");
    }

    private String begin(String secret) throws Exception {
        String location = mvc.perform(post("/connect/begin")
                        .cookie(openedLink(secret))
                        .with(clerk())
                        .with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return location.substring("/connect/".length());
    }

    private MockHttpServletRequestBuilder link(String secret) {
        return link(secret, registration);
    }

    private static MockHttpServletRequestBuilder link(String secret, String registration) {
        return page("/connect")
                .param("provider", "https://provider.invalid")
                .param("registration", registration)
                .param("secret", secret)
                .param("pin", PIN);
    }

    private static MockHttpServletRequestBuilder page(String path) {
        return get(path).accept(MediaType.TEXT_HTML).locale(Locale.ENGLISH);
    }

    private static UserRequestPostProcessor clerk() {
        return user(TestUsers.CLERK).authorities(() -> Role.SERVICE_EXCHANGE_ADMIN.group());
    }
}
