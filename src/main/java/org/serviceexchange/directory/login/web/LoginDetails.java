package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * From where and when a session was opened: the address, the cookie of a device that may be known, the moment, and the
 * security version that the user had then.
 */
public class LoginDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final String device;
    private final Instant at;
    private volatile long securityVersion;

    LoginDetails(HttpServletRequest request, String device, Instant at) {
        super(request);
        this.device = device;
        this.at = at;
    }

    /** Whether the user proved the password less than this time ago; false for a user who did not log in with one. */
    public static boolean within(Duration limit, Authentication user, Instant now) {
        return user.getDetails() instanceof LoginDetails login && now.isBefore(login.at.plus(limit));
    }

    /** The session counts as long as the user has this version. */
    void begin(long version) {
        this.securityVersion = version;
    }

    boolean outdated(long version) {
        return securityVersion != version;
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
