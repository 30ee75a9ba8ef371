package org.serviceexchange.consumer.connection;

import java.net.URI;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/** The URLs under which the provider and the person's browser reach this instance. */
@Component
public class OwnAddress {

    /** Path of the redirect URI below the base URL. */
    public static final String CALLBACK_PATH = "/connect/callback";

    private final InstanceSettings instance;

    public OwnAddress(InstanceSettings instance) {
        this.instance = instance;
    }

    /**
     * The base URL; a {@code BASE_URL_NOT_SET} problem if it is not set, {@code BASE_URL_IS_LOOPBACK} for loopback in
     * production.
     */
    public URI baseUrl() {
        URI baseUrl = instance.baseUrl();
        if (baseUrl == null) {
            throw new Problem(ProblemCode.BASE_URL_NOT_SET);
        }
        if (!usable()) {
            throw new Problem(ProblemCode.BASE_URL_IS_LOOPBACK, baseUrl);
        }
        return baseUrl;
    }

    /** Whether {@link #baseUrl} has no problem. */
    public boolean usable() {
        URI baseUrl = instance.baseUrl();
        return baseUrl != null && !(instance.production() && InstanceAddress.isLoopback(baseUrl));
    }

    /** The redirect URI. */
    public String callback() {
        return baseUrl() + CALLBACK_PATH;
    }
}
