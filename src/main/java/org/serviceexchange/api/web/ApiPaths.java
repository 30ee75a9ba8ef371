package org.serviceexchange.api.web;

import java.net.URI;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/** Paths of the API and of the pages that belong to it. */
@Component
public class ApiPaths {

    public static final String ROOT = "/api/v1";
    public static final String DOCUMENT = ROOT + "/openapi.yaml";
    public static final String REGISTRATIONS = ROOT + "/registrations";
    public static final String CONSUMER_CONNECTIONS = ROOT + "/consumer-connections";
    public static final String PROVIDER_CONNECTIONS = ROOT + "/provider-connections";
    public static final String CONNECTIONS_HEALTH = ROOT + "/connections-health";
    public static final String CAMPAIGN = ROOT + "/campaign";

    private final String base;

    ApiPaths(InstanceSettings instance) {
        URI url = instance.baseUrl();
        this.base = url == null ? "" : url.toString();
    }

    /** The absolute URL of a path; the path itself if the base URL is not set. */
    public String address(String path) {
        return base + path;
    }
}
