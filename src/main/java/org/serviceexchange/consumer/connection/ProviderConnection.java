package org.serviceexchange.consumer.connection;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.Party;

/** Decides which changes of a connection are valid; no order makes it <em>Onboarded</em> without claim, authorization, keys and both probes. */
public final class ProviderConnection {

    private ConnectionSnapshot snapshot;
    private boolean news;

    private ProviderConnection(ConnectionSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** A new connection for a link that has just been opened. */
    public static ProviderConnection open(Invitation invitation, LinkInUse link) {
        return new ProviderConnection(ConnectionSnapshot.of(invitation, link));
    }

    public static ProviderConnection of(ConnectionSnapshot snapshot) {
        return new ProviderConnection(snapshot);
    }

    public ConnectionSnapshot snapshot() {
        return snapshot;
    }

    public Invitation invitation() {
        return snapshot.invitation();
    }

    public String number() {
        return invitation().number();
    }

    public ConnectionState state() {
        return snapshot.state();
    }

    public Optional<AgreedKeys> keys() {
        return Optional.ofNullable(snapshot.keys());
    }

    public AgreedKeys agreedKeys() {
        return keys().orElseThrow(this::notNow);
    }

    /** The provider that accepted the claim; without one, a problem that names the state. */
    public PinnedProvider pinnedProvider() {
        return Optional.ofNullable(snapshot.provider()).orElseThrow(this::notNow);
    }

    /** Records the findings of the checks; has no effect after the validation phase. */
    public void checked(List<Finding> found) {
        snapshot = state().compareTo(ConnectionState.VALIDATED) <= 0 ? snapshot.checked(found) : snapshot;
    }

    /** Replaces the link; a registration that was claimed with the previous link is claimed again. */
    public void renewLink(LinkInUse next) {
        if (!snapshot.wouldTake(next.hash())) {
            throw notNow();
        }
        boolean again = state() == ConnectionState.AWAITING_AUTHENTICATION;
        snapshot = snapshot.withoutReason().withLink(next).in(again ? ConnectionState.CLAIMING : state());
    }

    /** Records the company of the provider; repeating the same choice has no effect. */
    public void chooseCompany(String companyId) {
        if (state() == ConnectionState.VALIDATED) {
            snapshot = snapshot.withClaim(snapshot.claim().by(companyId)).in(ConnectionState.CLAIMING);
        } else if (!companyId.equals(snapshot.company())) {
            throw notNow();
        }
    }

    /** Whether the registration has to be claimed with the current link. */
    public boolean awaitsClaim() {
        return state().compareTo(ConnectionState.CLAIMING) <= 0;
    }

    /** Records that the provider accepted the claim, and deletes the link's secret, which is no longer needed. */
    public void claimed(PinnedProvider answered) {
        snapshot.require(ConnectionState.CLAIMING, ApprovalPlace.CLAIM);
        snapshot = snapshot.withProvider(answered)
                .withLink(snapshot.link().withoutSecret().expiring(answered.linkExpiresAt()))
                .in(ConnectionState.AWAITING_AUTHENTICATION);
    }

    /** Keeps the earlier claim after a newer link was refused; false if there is no earlier claim. */
    public boolean keepEarlierClaim() {
        snapshot.require(ConnectionState.CLAIMING);
        if (snapshot.provider() == null) {
            return false;
        }
        snapshot = snapshot.withLink(snapshot.link().withoutSecret()).in(ConnectionState.AWAITING_AUTHENTICATION);
        return true;
    }

    public void authenticated(SealedToken token) {
        snapshot.require(ConnectionState.AWAITING_AUTHENTICATION, ApprovalPlace.KEY_EXCHANGE);
        snapshot = snapshot.withToken(token).in(ConnectionState.EXCHANGING_KEYS);
    }

    /** Records that the provider no longer accepts the token; the person has to authenticate again. */
    public void authorizationExpired() {
        snapshot.require(ConnectionState.EXCHANGING_KEYS);
        snapshot = snapshot.withToken(null).in(ConnectionState.AWAITING_AUTHENTICATION);
    }

    /** Records the keys of a completed exchange, and deletes the token, which is no longer needed. */
    public void keysAgreed(String keyId) {
        snapshot.require(ConnectionState.EXCHANGING_KEYS, ApprovalPlace.KEY_EXCHANGE);
        snapshot = snapshot.withKeys(new AgreedKeys(keyId, false, false))
                .withToken(null)
                .in(ConnectionState.ACTIVATING);
    }

    /** Records that a message of the provider was verified with the agreed keys. */
    public void probeReceived(String keyId) {
        activateOnceConfirmed(agreed(keyId).received());
    }

    /** Records that the provider responded to a message under the agreed keys. */
    public void probeSent(String keyId) {
        snapshot.requireApproved(ApprovalPlace.ACTIVATION);
        activateOnceConfirmed(agreed(keyId).sent());
    }

    /** Records that both sides use newer keys; the directions stay proved, because the peer was seen to use them, and nothing is lost. */
    public void keysRotated(String keyId) {
        snapshot = snapshot.live().withoutReason().withKeys(new AgreedKeys(keyId, true, true));
    }

    /** The provider proved that it is at another base URL now, or has another signature key. */
    public void proved(Party provider) {
        snapshot = snapshot.live()
                .withProvider(pinnedProvider().movedTo(provider.url()))
                .under(provider.signatureKey());
    }

    /** Records a permanent refusal by the provider; has no effect on a closed connection. */
    public void refused(LocalizedMessage reason) {
        snapshot = state().ended() ? snapshot : snapshot.refused(reason);
    }

    /** Closes without a connection; has no effect on a connection that has ended. */
    public void close(LocalizedMessage reason) {
        if (!state().ended()) {
            end(reason);
        }
    }

    /** Ends the connection, also one that is onboarded; has no effect on one that is closed. */
    public void end(LocalizedMessage reason) {
        if (!state().over()) {
            news |= snapshot.provider() != null;
            snapshot = snapshot.closed(reason);
        }
    }

    /** Changes what is known of its approvals; refused once there is no connection any more. */
    public void approvals(UnaryOperator<Approvals> change) {
        snapshot = snapshot.withApprovals(change);
    }

    /** Records what the provider's own record says against this one, or, with null, that it says nothing any more. */
    public void warned(@Nullable LocalizedMessage reason) {
        snapshot = reason == null ? snapshot.withoutReason() : snapshot.refused(reason);
    }

    /** Whether the provider should hear of a change that it was not told; each change is reported once. */
    public boolean takeNews() {
        boolean told = news;
        news = false;
        return told;
    }

    private void activateOnceConfirmed(AgreedKeys keys) {
        snapshot = snapshot.withKeys(keys).in(keys.confirmed() ? ConnectionState.ONBOARDED : state());
    }

    private AgreedKeys agreed(String keyId) {
        return keys().filter(keys -> keys.keyId().equals(keyId)).orElseThrow(this::notNow);
    }

    /** The problem for a step that the current state, which it names, does not allow. */
    public Problem notNow() {
        return snapshot.notNow();
    }
}
