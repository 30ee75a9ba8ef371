package org.serviceexchange.provider.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.problem.Finding;

/**
 * Everything a registration knows at one moment; what may change is decided by {@link Registration}.
 *
 * @param findings checks that did not pass when they were last run
 * @param claim the consumer instance that used the link
 * @param match the contact, as logged in at this instance
 * @param consent the contact's consent
 * @param connection the keys of the last exchange and what was proved with them
 * @param exchangeFailures failed key exchanges since the link was made
 */
public record RegistrationSnapshot(
        RegistrationRequest request,
        RegistrationState state,
        @Nullable ClosingReason closingReason,
        List<Finding> findings,
        @Nullable Link link,
        @Nullable Claim claim,
        @Nullable Decision match,
        @Nullable Decision consent,
        @Nullable ConsumerConnection connection,
        int exchangeFailures) {

    public RegistrationSnapshot {
        findings = List.copyOf(findings);
    }

    /** Whose turn it is. */
    public PendingOn pendingOn() {
        return switch (state) {
            case AWAITING_VALIDATION -> PendingOn.SYSTEM;
            case VALIDATION_FAILED -> PendingOn.US;
            case OPEN -> suspended() ? PendingOn.US : consentGiven() ? PendingOn.SYSTEM : PendingOn.THEM;
            case CLOSED_COMPLETE, CLOSED_INCOMPLETE -> PendingOn.NOBODY;
        };
    }

    /** Whether something went wrong that people here should know of. */
    public boolean failed() {
        return state == RegistrationState.VALIDATION_FAILED
                || (state == RegistrationState.OPEN && suspended())
                || closingReason == ClosingReason.FAILED;
    }

    /** Whether key exchanges failed so often that an admin must look before the next. */
    public boolean suspended() {
        return exchangeFailures >= Registration.FAILURES_UNTIL_SUSPENSION;
    }

    /** Whether the contact, known to be the contact, let this consumer in. */
    public boolean consentGiven() {
        return claim != null && match != null && consent != null;
    }

    /** Whether keys were agreed after that consent, and both directions proved with them. */
    boolean proved() {
        return consentGiven() && connection != null && connection.confirmed();
    }

    static RegistrationSnapshot of(RegistrationRequest request) {
        return new RegistrationSnapshot(
                request, RegistrationState.AWAITING_VALIDATION, null, List.of(), null, null, null, null, null, 0);
    }

    RegistrationSnapshot withFindings(List<Finding> found) {
        RegistrationState next =
                found.isEmpty() ? RegistrationState.AWAITING_VALIDATION : RegistrationState.VALIDATION_FAILED;
        return new RegistrationSnapshot(
                request, next, closingReason, found, link, claim, match, consent, connection, exchangeFailures);
    }

    /** Open with this link, and nothing that happened with an earlier one. */
    RegistrationSnapshot withLink(Link next) {
        return new RegistrationSnapshot(
                request, RegistrationState.OPEN, null, findings, next, null, null, null, null, 0);
    }

    RegistrationSnapshot withClaim(Claim by) {
        return new RegistrationSnapshot(
                request, state, closingReason, findings, link, by, match, consent, connection, exchangeFailures);
    }

    RegistrationSnapshot withMatch(Decision by) {
        return new RegistrationSnapshot(
                request, state, closingReason, findings, link, claim, by, consent, connection, exchangeFailures);
    }

    RegistrationSnapshot withConsent(Decision by) {
        return new RegistrationSnapshot(
                request, state, closingReason, findings, link, claim, match, by, connection, exchangeFailures);
    }

    RegistrationSnapshot withConnection(ConsumerConnection next) {
        return new RegistrationSnapshot(
                request, state, closingReason, findings, link, claim, match, consent, next, exchangeFailures);
    }

    RegistrationSnapshot withFailures(int failures) {
        return new RegistrationSnapshot(
                request, state, closingReason, findings, link, claim, match, consent, connection, failures);
    }

    /** Closed as complete: the link is gone, the connection stays. */
    RegistrationSnapshot complete() {
        return new RegistrationSnapshot(
                request, RegistrationState.CLOSED_COMPLETE, null, findings, null, claim, match, consent, connection, 0);
    }

    /** Closed without a connection: link, claim and keys no longer count. */
    RegistrationSnapshot incomplete(ClosingReason reason) {
        return new RegistrationSnapshot(
                request,
                RegistrationState.CLOSED_INCOMPLETE,
                reason,
                findings,
                null,
                null,
                match,
                consent,
                null,
                exchangeFailures);
    }
}
