package org.serviceexchange.provider.registration;

import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;

/** What people approved counts for the company, the contact and the address that they saw; for others they are asked again. */
final class ApprovedAnew {

    private ApprovedAnew() {}

    /**
     * The registration without what was approved. Before it is open no process asks again by itself for an approval that was given,
     * and after the checks none goes back to them; a change then is an {@code APPROVAL_MISSING} problem. An open one asks for the new
     * link at once, which has the same problem unless the process leads by the approval.
     */
    static RegistrationSnapshot of(RegistrationSnapshot before) {
        before.requireNotClosed();
        RegistrationSnapshot anew = before.withApprovals(Approvals::anew);
        boolean asksYet = before.state() != RegistrationState.VALIDATED
                && anew.progress().approvals().equals(before.progress().approvals());
        if (before.state() != RegistrationState.OPEN && !asksYet) {
            anew.progress().approvals().require(ApprovalPlace.LINK, before.request().number());
        }
        return anew;
    }
}
