package org.serviceexchange.provider.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.problem.Finding;

/**
 * The complete state of a registration at one point in time; {@link Registration} decides what changes.
 *
 * @param findings findings of the latest run of the checks
 * @param claim the consumer instance that claimed the registration
 * @param match the contact's successful match at this instance
 * @param consent the contact's consent
 * @param connection keys of the latest exchange and the directions proved with them
 * @param exchangeFailures failed key exchanges since the link was created
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

    /** Whom the registration is pending on. */
    public PendingOn pendingOn() {
        return switch (state) {
            case AWAITING_VALIDATION, VALIDATED -> PendingOn.SYSTEM;
            case VALIDATION_FAILED -> PendingOn.US;
            case OPEN -> suspended() ? PendingOn.US : consentGiven() ? PendingOn.SYSTEM : PendingOn.THEM;
            case CLOSED_COMPLETE, CLOSED_INCOMPLETE -> PendingOn.NOBODY;
        };
    }

    /** Whether there is an error that people at this instance should know of. */
    public boolean failed() {
        return state == RegistrationState.VALIDATION_FAILED
                || (state == RegistrationState.OPEN && suspended())
                || closingReason == ClosingReason.FAILED;
    }

    /** Whether so many key exchanges failed that an admin must review the registration before the next. */
    public boolean suspended() {
        return exchangeFailures >= Registration.FAILURES_UNTIL_SUSPENSION;
    }

    /** Whether the contact, known to be the contact, let this consumer in. */
    public boolean consentGiven() {
        return claim != null && match != null && consent != null;
    }

    /** Whether keys were agreed after that consent, and both directions are proved with them. */
    boolean proved() {
        return consentGiven() && connection != null && connection.confirmed();
    }

    static RegistrationSnapshot of(RegistrationRequest request) {
        return new RegistrationSnapshot(
                request, RegistrationState.AWAITING_VALIDATION, null, List.of(), null, null, null, null, null, 0);
    }

    RegistrationSnapshot withFindings(List<Finding> found) {
        RegistrationState next = found.isEmpty() ? RegistrationState.VALIDATED : RegistrationState.VALIDATION_FAILED;
        return new RegistrationSnapshot(
                request, next, closingReason, found, link, claim, match, consent, connection, exchangeFailures);
    }

    /** Open with this link, without anything that happened under an earlier link. */
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

    /** Closed as complete: without the link, with the connection. */
    RegistrationSnapshot complete() {
        return new RegistrationSnapshot(
                request, RegistrationState.CLOSED_COMPLETE, null, findings, null, claim, match, consent, connection, 0);
    }

    /** Closed without a connection: without link, claim and keys. */
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
