package org.serviceexchange.provider.registration;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.center.CaseProgress;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Counterpart.Departure;

/**
 * The complete state of a registration at one point in time; {@link Registration} decides what changes.
 *
 * @param claim the consumer instance that claimed the registration
 * @param authorization what the contact did
 * @param keys the key exchange with the consumer
 * @param counterpart what is known of consumers beyond the claim
 */
public record RegistrationSnapshot(
        RegistrationRequest request,
        CaseProgress<RegistrationState, ClosingReason> progress,
        @Nullable Link link,
        @Nullable Claim claim,
        ContactAuthorization authorization,
        KeyAgreement keys,
        Counterpart counterpart) {

    static RegistrationSnapshot of(RegistrationRequest request) {
        CaseProgress<RegistrationState, ClosingReason> first = CaseProgress.at(RegistrationState.AWAITING_VALIDATION);
        return new RegistrationSnapshot(
                request, first, null, null, ContactAuthorization.NONE, KeyAgreement.NONE, Counterpart.NONE);
    }

    public RegistrationState state() {
        return progress.state();
    }

    public @Nullable ClosingReason closingReason() {
        return progress.reason();
    }

    public List<Finding> findings() {
        return progress.findings();
    }

    public @Nullable ConsumerConnection connection() {
        return keys.connection();
    }

    /** The state, with the reason if it was closed without a connection. */
    public LocalizedMessage label() {
        LocalizedMessage why = counterpart.reason(closingReason());
        return why == null ? state().label() : LocalizedMessage.of("provider.stateWithReason", state().label(), why);
    }

    /** Whom the registration is pending on. */
    public PendingOn pendingOn() {
        if (counterpart.departure() != null || progress.approvals().asked().isPresent()) {
            return PendingOn.US;
        }
        return switch (state()) {
            case AWAITING_VALIDATION, VALIDATED -> PendingOn.SYSTEM;
            case VALIDATION_FAILED -> PendingOn.US;
            case OPEN ->
                suspended() || Link.awaitsSending(link)
                        ? PendingOn.US
                        : consentGiven() ? PendingOn.SYSTEM : PendingOn.THEM;
            case CLOSED_COMPLETE, CLOSED_INCOMPLETE, OFF_BOARDED -> PendingOn.NOBODY;
        };
    }

    /** Whether there is an error that people at this instance should know of. */
    public boolean failed() {
        return counterpart.departure() == Departure.LOST
                || state() == RegistrationState.VALIDATION_FAILED
                || (state() == RegistrationState.OPEN && suspended())
                || closingReason() == ClosingReason.FAILED;
    }

    /** Whether so many key exchanges failed that an admin must review the registration before the next. */
    public boolean suspended() {
        return keys.failures() >= KeyAgreement.FAILURES_UNTIL_SUSPENSION;
    }

    /** Whether the contact, known to be the contact, let this consumer in. */
    public boolean consentGiven() {
        return claim != null && authorization.given();
    }

    /** The problem with this code for a step that this state, which it names, does not allow. */
    public Problem notNow(ProblemCode code) {
        return new Problem(code, request.number(), label());
    }

    void requireOpen() {
        requireNotClosed();
        require(RegistrationState.OPEN);
        if (suspended()) {
            throw new Problem(ProblemCode.EXCHANGE_SUSPENDED);
        }
    }

    void requireNotClosed() {
        if (state().closed()) {
            throw notNow(ProblemCode.REGISTRATION_CLOSED);
        }
    }

    void require(RegistrationState needed) {
        if (state() != needed) {
            throw notNow(ProblemCode.LINK_NOT_OPEN);
        }
    }

    /** With another base URL of the consumer, which nobody corrects after a claim. */
    RegistrationSnapshot withAddress(String consumerUrl) {
        if (claim != null && !state().closed()) {
            throw new Problem(ProblemCode.ADDRESS_FIXED, request.number());
        }
        return with(request.withConsumerUrl(consumerUrl));
    }

    /** With a request that was changed; checks of the earlier one do not count. */
    RegistrationSnapshot with(RegistrationRequest changed) {
        boolean checked = state() == RegistrationState.VALIDATED;
        var next = checked ? progress.to(RegistrationState.AWAITING_VALIDATION) : progress;
        return new RegistrationSnapshot(changed, next, link, claim, authorization, keys, counterpart);
    }

    RegistrationSnapshot withoutContact() {
        return RegistrationRequest.approvedAnew(this).withAuthorization(ContactAuthorization.NONE);
    }

    RegistrationSnapshot checked(List<Finding> found) {
        RegistrationState next = found.isEmpty() ? RegistrationState.VALIDATED : RegistrationState.VALIDATION_FAILED;
        return with(progress.checked(next, found), link, claim);
    }

    /** Open with this link, without anything that happened under an earlier link. */
    RegistrationSnapshot opened(Link next) {
        progress.approvals().require(ApprovalPlace.LINK, request.number());
        return with(progress.to(RegistrationState.OPEN), next, null)
                .withAuthorization(ContactAuthorization.NONE)
                .withKeys(KeyAgreement.NONE)
                .withCounterpart(counterpart.without(claim).linked());
    }

    RegistrationSnapshot withClaim(Claim by) {
        return with(progress, Link.sent(link), by).withCounterpart(counterpart.departed(null));
    }

    RegistrationSnapshot withApprovals(UnaryOperator<Approvals> change) {
        return with(progress.with(change.apply(progress.approvals())), link, claim);
    }

    RegistrationSnapshot withAuthorization(ContactAuthorization next) {
        return new RegistrationSnapshot(request, progress, link, claim, next, keys, counterpart);
    }

    RegistrationSnapshot withKeys(KeyAgreement next) {
        return new RegistrationSnapshot(request, progress, link, claim, authorization, next, counterpart);
    }

    RegistrationSnapshot withCounterpart(Counterpart next) {
        return new RegistrationSnapshot(request, progress, link, claim, authorization, keys, next);
    }

    /** The consumer said how it departed: before the end its consent and keys do not count any more. */
    RegistrationSnapshot departed(@Nullable Departure how) {
        return (how != Departure.LEFT
                        ? this
                        : withAuthorization(ContactAuthorization.NONE).withKeys(keys.with(null)))
                .withCounterpart(counterpart.departed(how));
    }

    /** Without the link, with the connection. */
    RegistrationSnapshot closedComplete() {
        return with(progress.to(RegistrationState.CLOSED_COMPLETE), null, claim).withKeys(keys.completed());
    }

    /** Over: without link and claim. What was complete keeps on record which connection it was. */
    RegistrationSnapshot over(ClosingReason reason) {
        boolean live = state() == RegistrationState.CLOSED_COMPLETE;
        var end = live ? RegistrationState.OFF_BOARDED : RegistrationState.CLOSED_INCOMPLETE;
        return with(progress.to(end, reason), null, null)
                .withKeys(live ? keys : keys.with(null))
                .withCounterpart(counterpart.without(claim));
    }

    RegistrationSnapshot with(
            CaseProgress<RegistrationState, ClosingReason> next, @Nullable Link newLink, @Nullable Claim by) {
        return new RegistrationSnapshot(request, next, newLink, by, authorization, keys, counterpart);
    }
}
