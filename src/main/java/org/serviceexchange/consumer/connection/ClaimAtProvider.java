package org.serviceexchange.consumer.connection;

import org.jspecify.annotations.Nullable;

/**
 * The claim of the provider's registration.
 *
 * @param company id of the company record that a person chose for the provider
 * @param provider the provider, once it accepted the claim
 */
public record ClaimAtProvider(
        @Nullable String company, @Nullable PinnedProvider provider) {

    static final ClaimAtProvider NONE = new ClaimAtProvider(null, null);

    ClaimAtProvider by(String companyId) {
        return new ClaimAtProvider(companyId, provider);
    }

    ClaimAtProvider acceptedBy(PinnedProvider answered) {
        return new ClaimAtProvider(company, answered);
    }
}
