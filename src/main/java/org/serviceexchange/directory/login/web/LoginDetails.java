package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where a login comes: the address, and the cookie of a device that may be known. */
class LoginDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final String device;

    LoginDetails(HttpServletRequest request, String device) {
        super(request);
        this.device = device;
    }

    String device() {
        return device;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof LoginDetails details && details.device.equals(device);
    }

    @Override
    public int hashCode() {
        return super.hashCode() * 31 + device.hashCode();
    }
}
