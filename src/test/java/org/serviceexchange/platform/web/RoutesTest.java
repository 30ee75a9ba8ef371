package org.serviceexchange.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every request that changes something needs a CSRF token or is a message that authenticates itself. */
@InstanceTest
class RoutesTest {

    /** Messages between instances: signed, or with an access token; cookies are irrelevant. */
    private static final List<String> PROTOCOL = List.of("/sx/v1/");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Test
    void everyChangingRouteNeedsATokenOfItsPageOrIsAMessageBetweenInstances() throws Exception {
        Map<String, Integer> responses = new LinkedHashMap<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                for (HttpMethod method : changing(mapping)) {
                    boolean message = PROTOCOL.stream().anyMatch(path::startsWith);
                    if (!message && !path.equals("/error")) {
                        responses.put(method + " " + path, statusWithoutToken(method, path));
                    }
                }
            }
        }

        assertThat(responses).containsKeys("POST /companies", "POST /setup", "POST /account/password");
        assertThat(responses)
                .allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(403));
    }

    private int statusWithoutToken(HttpMethod method, String path) throws Exception {
        String[] groups = Arrays.stream(Role.values()).map(Role::group).toArray(String[]::new);
        return mvc.perform(request(method, path.replaceAll("\\{[^}]*\\}", "x"))
                        .with(user(TestUsers.ADMIN).authorities(AuthorityUtils.createAuthorityList(groups))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static List<HttpMethod> changing(RequestMappingInfo mapping) {
        Set<RequestMethod> declared = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = declared.isEmpty() ? Set.of(RequestMethod.POST) : declared;
        return methods.stream()
                .filter(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
                .map(RequestMethod::asHttpMethod)
                .toList();
    }
}
