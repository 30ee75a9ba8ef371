package org.serviceexchange.provider.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request body for creating a registration.
 *
 * @param ownFields values of fields that an analyst added to the start form, by their names; null for none
 */
record NewRegistration(
        String companyId,
        String contactId,
        String consumerUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> ownFields) {

    Map<String, String> own() {
        return Objects.requireNonNullElse(ownFields, Map.of());
    }
}
