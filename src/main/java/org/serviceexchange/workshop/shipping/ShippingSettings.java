package org.serviceexchange.workshop.shipping;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where models come from besides the application.
 *
 * @param folder with models, forms and {@code reason.txt}; null for the models of the application
 */
@ConfigurationProperties(prefix = "service-exchange.processes", ignoreUnknownFields = false)
public record ShippingSettings(@Nullable Path folder) {}
