package org.serviceexchange.consumer.connection;

import java.net.URI;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/** The address under which the provider and the person's browser reach this instance. */
@Component
public class OwnAddress {

    /** Path below the base URL where the provider sends the person back to. */
    public static final String CALLBACK_PATH = "/connect/callback";

    private final InstanceSettings instance;

    public OwnAddress(InstanceSettings instance) {
        this.instance = instance;
    }

    /** The base URL; not set is a {@code BASE_URL_NOT_SET} problem, loopback in production {@code BASE_URL_IS_LOOPBACK}. */
    public URI baseUrl() {
        URI baseUrl = instance.baseUrl();
        if (baseUrl == null) {
            throw new Problem(ProblemCode.BASE_URL_NOT_SET);
        }
        if (instance.production() && InstanceAddress.isLoopback(baseUrl)) {
            throw new Problem(ProblemCode.BASE_URL_IS_LOOPBACK, baseUrl);
        }
        return baseUrl;
    }

    /** Where the provider sends the person back to. */
    public String callback() {
        return baseUrl() + CALLBACK_PATH;
    }
}
