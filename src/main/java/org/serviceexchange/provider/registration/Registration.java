package org.serviceexchange.provider.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.provider.registration.Counterpart.Departure;

/** Decides which changes of a registration are valid; in no order of steps it becomes active without match, consent and confirmed keys. */
public final class Registration {

    private RegistrationSnapshot snapshot;
    private boolean news;

    private Registration(RegistrationSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    public static Registration requested(RegistrationRequest request) {
        return new Registration(RegistrationSnapshot.of(request));
    }

    public static Registration of(RegistrationSnapshot snapshot) {
        return new Registration(snapshot);
    }

    public RegistrationSnapshot snapshot() {
        return snapshot;
    }

    public RegistrationRequest request() {
        return snapshot.request();
    }

    public String number() {
        return request().number();
    }

    public RegistrationState state() {
        return snapshot.state();
    }

    public boolean isOpen() {
        return state() == RegistrationState.OPEN;
    }

    public Optional<Link> link() {
        return Optional.ofNullable(snapshot.link());
    }

    public Optional<Claim> claim() {
        return Optional.ofNullable(snapshot.claim());
    }

    /** The connection and its keys; of one that was off-boarded only the snapshot still knows. */
    public Optional<ConsumerConnection> connection() {
        return Optional.ofNullable(snapshot.connection()).filter(connection -> !state().over());
    }

    /** Corrects the base URL of the consumer, which is possible until a consumer claims the registration. */
    public void correctAddress(String baseUrl) {
        snapshot.requireNotClosed();
        boolean another = !request().consumerUrl().equals(baseUrl);
        snapshot = (another ? RegistrationRequest.approvedAnew(snapshot) : snapshot).withAddress(baseUrl);
    }

    /** Replaces the contact. What the one before did counts for a connection that is complete, and for nothing else. */
    public void contactChanged(String companyId, String contactId) {
        RegistrationSnapshot kept = state() == RegistrationState.CLOSED_COMPLETE ? snapshot : snapshot.withoutContact();
        snapshot = kept.with(request().withContact(companyId, contactId));
    }

    /** Records the findings of the checks; has no effect once a link exists. */
    public void checked(List<Finding> found) {
        snapshot.requireNotClosed();
        snapshot = isOpen() ? snapshot : snapshot.checked(found);
    }

    /** Opens the registration with its first link; refused unless the latest checks ran and found nothing. */
    public void open(Link first) {
        snapshot.require(RegistrationState.VALIDATED);
        snapshot = snapshot.opened(first);
    }

    /** Replaces the link; the old secret, and a claim made with it, become invalid. */
    public void renewLink(Link next) {
        snapshot.require(RegistrationState.OPEN);
        news |= snapshot.claim() != null;
        snapshot = snapshot.opened(next).withApprovals(Approvals::renewed);
    }

    /** Records whether an admin has yet to send the link. */
    public void linkUnsent(boolean unsent) {
        link().ifPresent(link -> snapshot = snapshot.with(snapshot.progress(), link.unsent(unsent), snapshot.claim()));
    }

    /** Pins the consumer; the same may claim again: its first claim is kept, with the new key of a consumer that destroyed its old one. */
    public void claimed(Claim by, String baseUrl, Instant now) {
        snapshot.requireOpen();
        request().requireConsumer(baseUrl);
        Claim kept = by.after(snapshot.claim());
        Link.requireUsable(snapshot.link(), now);
        snapshot = snapshot.withClaim(kept);
    }

    /** Changes what is known of its approvals. */
    public void approvals(UnaryOperator<Approvals> change) {
        snapshot.requireNotClosed();
        snapshot = snapshot.withApprovals(change);
    }

    public void contactMatched(Decision by) {
        snapshot.requireOpen();
        request().requireContact(by.userId());
        snapshot = snapshot.withAuthorization(snapshot.authorization().matched(by));
    }

    public void consented(Decision by) {
        snapshot.requireOpen();
        request().requireContact(by.userId());
        snapshot = snapshot.withAuthorization(snapshot.authorization().consented(by, snapshot.claim()));
    }

    /** Records the keys of a completed exchange, which replace earlier ones and do not yet prove a direction. */
    public void keysAgreed(String connectionNumber, String keyId) {
        snapshot.requireOpen();
        KeyAgreement.requirePossible(snapshot);
        snapshot = snapshot.withKeys(snapshot.keys().agreed(connectionNumber, keyId));
    }

    public void probeReceived(String keyId, Instant at) {
        snapshot = snapshot.withKeys(snapshot.keys().with(agreed(keyId).received(at)));
    }

    public void probeSent(String keyId, Instant at) {
        snapshot = snapshot.withKeys(snapshot.keys().with(agreed(keyId).sent(at)));
    }

    /** Closes as complete if both directions are proved under keys that the contact consented to, and people approved. */
    public void activate() {
        if (state() == RegistrationState.CLOSED_COMPLETE) {
            return;
        }
        snapshot.requireOpen();
        KeyAgreement.requireProved(snapshot);
        snapshot = snapshot.closedComplete();
    }

    /** Records that both sides use newer keys; the directions stay proved, because the peer was seen to use them. */
    public void keysRotated(String keyId) {
        snapshot.require(RegistrationState.CLOSED_COMPLETE);
        snapshot = snapshot.withKeys(snapshot.keys().rotated(keyId));
    }

    /** The consumer proved that it is at another base URL now, or has another signature key. */
    public void proved(Party consumer) {
        snapshot.require(RegistrationState.CLOSED_COMPLETE);
        Claim renewed = claim().orElseThrow().under(consumer.signatureKey());
        snapshot = snapshot.withAddress(consumer.url()).with(snapshot.progress(), snapshot.link(), renewed);
    }

    /** Counts a failed key exchange; true if this failure suspends the registration. */
    public boolean exchangeFailed() {
        snapshot.requireOpen();
        snapshot = snapshot.withKeys(snapshot.keys().failedAgain());
        news |= snapshot.suspended();
        return snapshot.suspended();
    }

    /** Records that the consumer left or lost its record, or, with null, that it has it after all. */
    public void departed(@Nullable Departure how) {
        snapshot = snapshot.departed(how);
    }

    /** Whether the consumer should hear of a change that it was not told; each change is reported once. */
    public boolean takeNews() {
        boolean told = news;
        news = false;
        return told;
    }

    /** Closes without a connection, or ends the connection for a reason of the consumer; repeating it has no effect. */
    public void close(ClosingReason reason) {
        if (!state().over()) {
            reason.requirePossible(snapshot);
            news |= snapshot.claim() != null;
            snapshot = snapshot.over(reason);
        }
    }

    private ConsumerConnection agreed(String keyId) {
        return snapshot.keys().require(keyId, state());
    }
}
