package org.serviceexchange.directory.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.TestInstanceSettings;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownDevicesTest {

    private static final String NAME = TestInstanceSettings.valid().cookiePrefix() + "-device";

    private final KnownDevices devices =
            new KnownDevices((purpose, value) -> Optional.of("" + value.hashCode()), TestInstanceSettings.valid());

    @Guarantee(of = KnownDevices.class, says = "A device counts for the user who has logged in with it only.")
    @Test
    void knowsADeviceForTheUserWhoLoggedInOnly() {
        String cookie = cookieAfterLogin("ada");

        assertThat(devices.of("ada", cookie)).isPresent();
        assertThat(devices.of("ADA", cookie)).isPresent();
        assertThat(devices.of("bob", cookie)).isEmpty();
        assertThat(devices.of("ada", "x" + cookie)).isEmpty();
        assertThat(devices.of("ada", "")).isEmpty();
    }

    @Test
    void keepsTheDeviceAtTheNextLogin() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie(NAME, cookieAfterLogin("ada")));
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.remember("ada", request, response);

        assertThat(response.getCookies()).isEmpty();
    }

    private String cookieAfterLogin(String user) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.remember(user, new MockHttpServletRequest(), response);
        return response.getCookie(NAME).getValue();
    }
}
