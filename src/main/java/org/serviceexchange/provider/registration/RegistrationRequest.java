package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The unchangeable part of a registration: what was ordered.
 *
 * @param number such as {@code REG0001001}
 * @param contactId the immutable user name of the contact
 * @param consumerUrl base URL of the consumer instance, in the form of {@link org.serviceexchange.platform.settings.InstanceAddress}
 * @param requestedBy user name of the admin
 */
public record RegistrationRequest(
        String number, String companyId, String contactId, String consumerUrl, String requestedBy, Instant at) {

    void requireContact(String userId) {
        if (!contactId.equals(userId)) {
            throw new Problem(ProblemCode.WRONG_USER, Masked.of(userId), Masked.of(contactId));
        }
    }

    void requireConsumer(String baseUrl) {
        if (!consumerUrl.equals(baseUrl)) {
            throw new Problem(ProblemCode.CONSUMER_URL_DIFFERS);
        }
    }
}
