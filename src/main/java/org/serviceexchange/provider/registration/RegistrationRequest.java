package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * What a registration was asked for; never changes afterwards.
 *
 * @param number such as REG0001001
 * @param contactId the immutable user name of the contact
 * @param consumerUrl base URL of the consumer instance, as {@link org.serviceexchange.platform.settings.InstanceAddress} writes it
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
