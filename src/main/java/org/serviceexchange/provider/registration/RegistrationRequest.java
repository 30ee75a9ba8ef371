package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
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

    /**
     * The registration without what was approved, which counts for the company, the contact and the address that people saw. Before it
     * is open no process asks again by itself for an approval that was given, and after the checks none goes back to them; a change
     * then is an {@code APPROVAL_MISSING} problem. An open one asks for the new link at once, which has the same problem.
     */
    static RegistrationSnapshot approvedAnew(RegistrationSnapshot before) {
        before.requireNotClosed();
        RegistrationSnapshot anew = before.withApprovals(Approvals::anew);
        boolean asksYet = before.state() != RegistrationState.VALIDATED
                && anew.progress().approvals().equals(before.progress().approvals());
        if (before.state() != RegistrationState.OPEN && !asksYet) {
            anew.progress()
                    .approvals()
                    .require(ApprovalPlace.LINK, before.request().number());
        }
        return anew;
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
