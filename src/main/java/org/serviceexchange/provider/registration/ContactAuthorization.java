package org.serviceexchange.provider.registration;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * What the contact did at this instance to let a consumer in.
 *
 * @param match the contact's successful match at this instance
 * @param consent the contact's consent
 */
public record ContactAuthorization(
        @Nullable Decision match, @Nullable Decision consent) {

    static final ContactAuthorization NONE = new ContactAuthorization(null, null);

    /** The first match is kept. */
    ContactAuthorization matched(Decision by) {
        return match == null ? new ContactAuthorization(by, consent) : this;
    }

    /** The consent to a claim, which counts after the match only. */
    ContactAuthorization consented(Decision by, @Nullable Claim claim) {
        if (claim == null || match == null) {
            throw new Problem(ProblemCode.AUTHORIZATION_REFUSED);
        }
        return new ContactAuthorization(match, by);
    }

    /** Whether the contact, known to be the contact, consented. */
    boolean given() {
        return match != null && consent != null;
    }
}
