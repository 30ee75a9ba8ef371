package org.serviceexchange.consumer.connection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.center.CaseProgress;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;

/**
 * The complete state of a connection at one point in time, a part for each phase; {@link ProviderConnection} decides what
 * changes.
 *
 * @param claim what the person chose and the provider answered
 * @param token access token of the key exchange; null once the keys are agreed
 * @param keys keys of the completed exchange and the directions proved with them
 */
public record ConnectionSnapshot(
        Invitation invitation,
        CaseProgress<ConnectionState, LocalizedMessage> progress,
        LinkInUse link,
        ClaimAtProvider claim,
        @Nullable SealedToken token,
        @Nullable AgreedKeys keys) {

    /** Whether the provider's word speaks against a connection that is onboarded here; a person may end it. */
    public boolean lost() {
        return state() == ConnectionState.ONBOARDED && reason() != null;
    }

    /** Whether the provider has lost its record of what is onboarded here, so that another may replace it. */
    public boolean lostAtProvider() {
        return lost() && LocalizedMessage.of("consumer.reason.lostAtProvider").equals(reason());
    }

    /** A connection whose link has just been opened. */
    static ConnectionSnapshot of(Invitation invitation, LinkInUse link) {
        return new ConnectionSnapshot(
                invitation,
                CaseProgress.at(ConnectionState.AWAITING_VALIDATION),
                link,
                ClaimAtProvider.NONE,
                null,
                null);
    }

    public ConnectionState state() {
        return progress.state();
    }

    public @Nullable LocalizedMessage reason() {
        return progress.reason();
    }

    public List<Finding> findings() {
        return progress.findings();
    }

    public @Nullable String company() {
        return claim.company();
    }

    public @Nullable PinnedProvider provider() {
        return claim.provider();
    }

    /** Whom the connection is pending on. */
    public PendingOn pendingOn() {
        if (progress.approvals().asked().isPresent()) {
            return PendingOn.US;
        }
        return switch (state()) {
            case AWAITING_VALIDATION, CLAIMING, EXCHANGING_KEYS -> PendingOn.SYSTEM;
            case VALIDATION_FAILED, VALIDATED, AWAITING_AUTHENTICATION -> PendingOn.US;
            case ACTIVATING -> keys != null && keys.outbound() ? PendingOn.THEM : PendingOn.SYSTEM;
            case ONBOARDED -> reason() == null ? PendingOn.NOBODY : PendingOn.US;
            case CLOSED_INCOMPLETE, OFF_BOARDED -> PendingOn.NOBODY;
        };
    }

    /** Whether there is an error that people at this instance should know of. */
    public boolean failed() {
        return state() == ConnectionState.VALIDATION_FAILED || lost();
    }

    /** When the link expires, as long as a person still has to use it. */
    public Optional<Instant> due() {
        return state().acceptsNewerLink() ? Optional.of(link.expiresAt()) : Optional.empty();
    }

    /** The problem for a step that this state, which it names, does not allow. */
    Problem notNow() {
        return state().notNow(invitation.number(), reason());
    }

    void require(ConnectionState needed) {
        if (state() != needed) {
            throw notNow();
        }
    }

    void require(ConnectionState needed, ApprovalPlace before) {
        require(needed);
        requireApproved(before);
    }

    /** An {@code APPROVAL_MISSING} problem until everything is approved that comes before this. */
    public void requireApproved(ApprovalPlace before) {
        progress.approvals().require(before, invitation.number());
    }

    /**
     * Whether a link with this hash may replace the current one: another one, or the same again once the provider no longer
     * knows of the claim that was made with it.
     */
    public boolean wouldTake(String hash) {
        boolean claimGone = state() == ConnectionState.AWAITING_AUTHENTICATION && reason() != null;
        return state().acceptsNewerLink() && (claimGone || !hash.equals(link.hash()));
    }

    ConnectionSnapshot withApprovals(UnaryOperator<Approvals> change) {
        if (state().over()) {
            throw notNow();
        }
        return with(progress.with(change.apply(progress.approvals())), link, claim);
    }

    ConnectionSnapshot checked(List<Finding> found) {
        ConnectionState next = found.isEmpty() ? ConnectionState.VALIDATED : ConnectionState.VALIDATION_FAILED;
        return with(progress.checked(next, found), link, claim);
    }

    /** In another state, for the reason that is kept already, if any. */
    ConnectionSnapshot in(ConnectionState next) {
        return with(progress.checked(next, progress.findings()), link, claim);
    }

    /** Without the reason that the provider's state gave. */
    ConnectionSnapshot withoutReason() {
        return with(progress.to(state()), link, claim);
    }

    /** About to be closed, or to be looked at, for a reason; who is asked for an approval is asked still. */
    ConnectionSnapshot refused(LocalizedMessage why) {
        return with(progress.to(state(), why).with(progress.approvals()), link, claim);
    }

    ConnectionSnapshot withLink(LinkInUse next) {
        return with(progress, next, claim);
    }

    ConnectionSnapshot withClaim(ClaimAtProvider next) {
        return with(progress, link, next);
    }

    /** This, if the connection lives. */
    ConnectionSnapshot live() {
        require(ConnectionState.ONBOARDED);
        return this;
    }

    ConnectionSnapshot withProvider(PinnedProvider accepted) {
        return withClaim(claim.acceptedBy(accepted));
    }

    /** The same connection to a provider with another signature key, by which it is found from now on. */
    ConnectionSnapshot under(byte[] signatureKey) {
        PinnedProvider pinned = Objects.requireNonNull(provider()).under(signatureKey);
        return new ConnectionSnapshot(
                        invitation.pinning(pinned.party().thumbprint()), progress, link, claim, token, keys)
                .withProvider(pinned);
    }

    ConnectionSnapshot withToken(@Nullable SealedToken next) {
        return new ConnectionSnapshot(invitation, progress, link, claim, next, keys);
    }

    ConnectionSnapshot withKeys(@Nullable AgreedKeys next) {
        return new ConnectionSnapshot(invitation, progress, link, claim, token, next);
    }

    /** Closed: without secret, token and keys. */
    ConnectionSnapshot closed(LocalizedMessage why) {
        boolean live = state() == ConnectionState.ONBOARDED;
        ConnectionState end = live ? ConnectionState.OFF_BOARDED : ConnectionState.CLOSED_INCOMPLETE;
        return new ConnectionSnapshot(invitation, progress.to(end, why), link.withoutSecret(), claim, null, null);
    }

    private ConnectionSnapshot with(
            CaseProgress<ConnectionState, LocalizedMessage> next, LinkInUse newLink, ClaimAtProvider newClaim) {
        return new ConnectionSnapshot(invitation, next, newLink, newClaim, token, keys);
    }
}
