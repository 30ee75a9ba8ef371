package org.serviceexchange.api.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_YAML;
import static org.springframework.http.MediaType.APPLICATION_YAML_VALUE;

import java.time.Instant;
import java.util.Locale;
import org.serviceexchange.api.ApiToken;
import org.serviceexchange.api.Scope;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The root of the API: the calling service's token, links to the resources, and the OpenAPI document. */
@RestController
class ApiRootController {

    private final InstanceSettings instance;
    private final ApiPaths paths;
    private final ApiResponses responses;

    ApiRootController(InstanceSettings instance, ApiPaths paths, ApiResponses responses) {
        this.instance = instance;
        this.paths = paths;
        this.responses = responses;
    }

    /** The root resource. */
    record Start(String instance, String service, Scope scope, Instant tokenExpiresAt, Links links) {}

    /** Links to the resources. */
    record Links(
            String self,
            String openapi,
            String registrations,
            String consumerConnections,
            String providerConnections,
            String connectionsHealth,
            String campaign) {}

    @GetMapping(path = ApiPaths.ROOT, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> start(ServiceAuthentication service, Locale language) {
        ApiToken token = service.token();
        Links links = new Links(
                paths.address(ApiPaths.ROOT),
                paths.address(ApiPaths.DOCUMENT),
                paths.address(ApiPaths.REGISTRATIONS),
                paths.address(ApiPaths.CONSUMER_CONNECTIONS),
                paths.address(ApiPaths.PROVIDER_CONNECTIONS),
                paths.address(ApiPaths.CONNECTIONS_HEALTH),
                paths.address(ApiPaths.CAMPAIGN));
        Start start = new Start(instance.name(), token.service().actor(), token.scope(), token.expiresAt(), links);
        return responses.ok(start, language);
    }

    /** The document is available to services here, and to logged-in admins beside the page of the tokens. */
    @GetMapping(
            path = {ApiPaths.DOCUMENT, TokenPages.PATH + "/openapi.yaml"},
            produces = APPLICATION_YAML_VALUE)
    ResponseEntity<Resource> document() {
        return ResponseEntity.ok().contentType(APPLICATION_YAML).body(new ClassPathResource("api/openapi.yaml"));
    }
}
