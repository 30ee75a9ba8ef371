package org.serviceexchange.workshop.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Every page that names steps does it in the language of its reader. */
@InstanceTest
class TranslatedStepsTest {

    private static final String VERSION = "/processes/consumer-registration/1";

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Test
    void whereACaseStandsAndItsPictureAndItsRepair() throws Exception {
        String number = kept.started();
        String page = "/registrations/" + number;
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !sent(page + "/status", Locale.ENGLISH).contains("\"Check prerequisites\""));
        assertThat(sent(page + "/status", Locale.ENGLISH))
                .containsAnyOf("\"Resolve validation findings\"", "\"Await consumer connect\"");
        assertThat(sent(page + "/status", Locale.GERMAN))
                .containsAnyOf("\"Befunde beheben\"", "\"Verbindung des Abnehmers abwarten\"");
        assertThat(sent(page + "/process", Locale.GERMAN)).contains("name=\"Kontakt abgleichen\"");
        assertThat(sent(page + "/process", Locale.ENGLISH)).contains("name=\"Match contact\"");
        assertThat(Jsoup.parse(sent("/repair/provider/" + number, Locale.forLanguageTag("es")))
                        .select("main section h2")
                        .text())
                .containsAnyOf("Resolver los problemas detectados", "Esperar la conexión del consumidor");
    }

    @Test
    void theVersionsOfAProcess() throws Exception {
        assertThat(Jsoup.parse(sent("/processes", Locale.GERMAN))
                        .select("main h2")
                        .eachText())
                .contains("Abnehmer registrieren", "Verbindung zum Anbieter", "Leben einer Verbindung");
        assertThat(Jsoup.parse(sent(VERSION, Locale.FRENCH)).select("h1").text())
                .startsWith("Enregistrer un consommateur");
        assertThat(sent(VERSION + "/model", Locale.FRENCH)).contains("name=\"Comparer le contact\"");
    }

    private String sent(String path, Locale language) throws Exception {
        return mvc.perform(get(path)
                        .accept(MediaType.TEXT_HTML, MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON)
                        .header("Accept-Language", language.toLanguageTag())
                        .with(user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }
}
