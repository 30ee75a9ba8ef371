package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;

/**
 * What was ordered. The base URL can be corrected until a consumer claims the registration, and changes when the consumer moves;
 * the contact can be replaced.
 *
 * @param number such as {@code REG0001001}
 * @param contactId the immutable user name of the contact
 * @param consumerUrl base URL of the consumer instance, in the form of {@link InstanceAddress}
 * @param requestedBy user name of the admin
 */
public record RegistrationRequest(
        String number, String companyId, String contactId, String consumerUrl, String requestedBy, Instant at) {

    /** The base URL of the consumer with its host in the script of its language, for people. */
    public String shownUrl() {
        return InstanceAddress.shown(consumerUrl);
    }

    RegistrationRequest withConsumerUrl(String corrected) {
        return new RegistrationRequest(number, companyId, contactId, corrected, requestedBy, at);
    }

    RegistrationRequest withContact(String company, String contact) {
        return new RegistrationRequest(number, company, contact, consumerUrl, requestedBy, at);
    }

    void requireContact(String userId) {
        if (!contactId.equals(userId)) {
            throw new Problem(ProblemCode.WRONG_USER, Masked.of(userId), Masked.of(contactId));
        }
    }

    void requireConsumer(String baseUrl) {
        if (!consumerUrl.equals(baseUrl)) {
            throw new Problem(ProblemCode.CONSUMER_URL_DIFFERS, shownUrl(), InstanceAddress.shown(baseUrl));
        }
    }
}
