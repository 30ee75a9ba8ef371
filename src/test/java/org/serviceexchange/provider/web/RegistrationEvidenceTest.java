package org.serviceexchange.provider.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.connection.evidence.ExportEvidence;
import org.serviceexchange.connection.evidence.VerifyEvidenceCommand;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

@InstanceTest
class RegistrationEvidenceTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private KeptRegistrations kept;

    @Autowired
    private Journal journal;

    @TempDir
    private Path folder;

    @Test
    @Guarantee(of = ExportEvidence.class, says = "A file of evidence contains no secret.")
    void isAFileThatStandsAndHasNoSecret() throws Exception {
        KeptRegistrations.Kept open = kept.open();
        journal.workNote(open.number(), Journal.SYSTEM, LocalizedMessage.of("provider.note.requested", "ACME"));
        MockHttpServletResponse file = mvc.perform(
                        get("/registrations/" + open.number() + "/evidence").with(CLERK))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(file.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"evidence-" + open.number() + ".jsonl\"");
        assertThat(file.getContentAsString(UTF_8))
                .contains("\"type\":\"entry\"")
                .doesNotContain(open.secret());
        Path saved = Files.write(folder.resolve("evidence.jsonl"), file.getContentAsByteArray());
        assertThat(VerifyEvidenceCommand.run(saved.toString(), System.out, Locale.ENGLISH))
                .isZero();
    }

    @Test
    void isNotThereForAnUnknownRegistration() throws Exception {
        mvc.perform(get("/registrations/REG9999999/evidence").with(CLERK)).andExpect(status().isNotFound());
    }
}
