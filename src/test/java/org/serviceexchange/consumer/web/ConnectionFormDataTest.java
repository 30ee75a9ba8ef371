package org.serviceexchange.consumer.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.EditCompany;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@InstanceTest
class ConnectionFormDataTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CreateCompany createCompany;

    @Autowired
    private EditCompany editCompany;

    @Autowired
    private Users users;

    @Test
    void offersActiveCompaniesOnly() throws Exception {
        Company active = createCompany.create("Form Choice");
        Company deactivated = createCompany.create("No Form Choice");
        editCompany.setActive(deactivated.id(), false);
        mvc.perform(choices().with(user(TestUsers.CLERK).authorities(() -> Role.SERVICE_EXCHANGE_ADMIN.group())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.companies[?(@.id == '%s')].name", active.id())
                        .value("Form Choice"))
                .andExpect(jsonPath("$.companies[?(@.id == '%s')]", deactivated.id())
                        .isEmpty());
    }

    @Test
    void tellsContactsNothing() throws Exception {
        users.create("connie", "Connie", "Contact", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        mvc.perform(choices().with(user("connie").authorities(() -> Role.CONTACT.group())))
                .andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder choices() {
        return get("/connections/choices").accept(MediaType.APPLICATION_JSON);
    }
}
