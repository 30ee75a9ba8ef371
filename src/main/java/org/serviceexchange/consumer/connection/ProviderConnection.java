package org.serviceexchange.consumer.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The consumer's record of a provider; the only place that decides which changes are valid. No order of calls makes it
 * <em>Onboarded</em> without a claim, an authorization, agreed keys and a probe in each direction.
 */
public final class ProviderConnection {

    private final String number;
    private final Invitation invitation;
    private ConnectionState state;
    private List<Finding> findings;
    private LinkInUse link;
    private @Nullable LocalizedMessage reason;
    private @Nullable String company;
    private @Nullable PinnedProvider provider;
    private @Nullable SealedToken token;
    private @Nullable AgreedKeys keys;

    /** A connection restored from the store. */
    public ProviderConnection(String number, Invitation invitation, ConnectionSnapshot snapshot) {
        this.number = number;
        this.invitation = invitation;
        this.state = snapshot.state();
        this.findings = snapshot.findings();
        this.link = snapshot.link();
        this.reason = snapshot.reason();
        this.company = snapshot.company();
        this.provider = snapshot.provider();
        this.token = snapshot.token();
        this.keys = snapshot.keys();
    }

    /** A new connection for a link that has just been opened. */
    public static ProviderConnection open(String number, Invitation invitation, LinkInUse link) {
        return new ProviderConnection(number, invitation, ConnectionSnapshot.opened(link));
    }

    /** Whether a link with this hash differs from the current one and may replace it. */
    public boolean wouldTake(String hash) {
        return state.acceptsNewerLink() && !hash.equals(link.hash());
    }

    /** Replaces the link; a registration that was claimed with the previous link is claimed again. */
    public void takeNewerLink(LinkInUse newer) {
        if (!wouldTake(newer.hash())) {
            throw notNow();
        }
        link = newer;
        state = state == ConnectionState.AWAITING_AUTHENTICATION ? ConnectionState.CLAIMING : state;
    }

    /** Records the findings of a check; none means validated. Has no effect after the validation phase. */
    public void checked(List<Finding> found) {
        if (state.compareTo(ConnectionState.VALIDATED) <= 0) {
            findings = List.copyOf(found);
            state = found.isEmpty() ? ConnectionState.VALIDATED : ConnectionState.VALIDATION_FAILED;
        }
    }

    /** Records the company of the provider; repeating the same choice has no effect. */
    public void chooseCompany(String companyId) {
        if (state == ConnectionState.VALIDATED) {
            company = companyId;
            state = ConnectionState.CLAIMING;
        } else if (!companyId.equals(company)) {
            throw notNow();
        }
    }

    /** Whether the registration has to be claimed with the current link. */
    public boolean awaitsClaim() {
        return state.compareTo(ConnectionState.CLAIMING) <= 0;
    }

    /** Records that the provider accepted the claim, and deletes the link's secret, which is no longer needed. */
    public void claimed(PinnedProvider answered) {
        require(ConnectionState.CLAIMING);
        provider = answered;
        link = link.withoutSecret().expiring(answered.linkExpiresAt());
        state = ConnectionState.AWAITING_AUTHENTICATION;
    }

    /** Keeps the earlier claim after a newer link was refused; false if there is no earlier claim. */
    public boolean keepEarlierClaim() {
        require(ConnectionState.CLAIMING);
        if (provider == null) {
            return false;
        }
        link = link.withoutSecret();
        state = ConnectionState.AWAITING_AUTHENTICATION;
        return true;
    }

    /** Records that a person consented and the code was redeemed. */
    public void authenticated(SealedToken accessToken) {
        require(ConnectionState.AWAITING_AUTHENTICATION);
        token = accessToken;
        state = ConnectionState.EXCHANGING_KEYS;
    }

    /** Records that the provider no longer accepts the token; the person has to authenticate again. */
    public void authorizationExpired() {
        require(ConnectionState.EXCHANGING_KEYS);
        token = null;
        state = ConnectionState.AWAITING_AUTHENTICATION;
    }

    /** Records the agreed keys and deletes the token, which is no longer needed. */
    public void keysAgreed(String keyId) {
        require(ConnectionState.EXCHANGING_KEYS);
        keys = new AgreedKeys(keyId, false, false);
        token = null;
        state = ConnectionState.ACTIVATING;
    }

    /** Records that the provider verified our probe. */
    public void probedByUs() {
        probed(agreedKeys().withOutbound());
    }

    /** Records that we verified the provider's probe. */
    public void probedByProvider() {
        probed(agreedKeys().withInbound());
    }

    /** Records a permanent refusal by the provider; has no effect on a closed connection. */
    public void refused(LocalizedMessage why) {
        reason = state.ended() ? reason : why;
    }

    /** Closes the connection with a reason for people; has no effect on a closed connection. */
    public void close(LocalizedMessage why) {
        if (!state.ended()) {
            state = ConnectionState.CLOSED_INCOMPLETE;
            reason = why;
            link = link.withoutSecret();
            token = null;
            keys = null;
        }
    }

    private void probed(AgreedKeys now) {
        keys = now;
        state = now.inbound() && now.outbound() ? ConnectionState.ONBOARDED : state;
    }

    /** The agreed keys; without any, a problem that names the state. */
    public AgreedKeys agreedKeys() {
        return keys().orElseThrow(this::notNow);
    }

    /** The provider that accepted the claim; without one, a problem that names the state. */
    public PinnedProvider pinnedProvider() {
        return Optional.ofNullable(provider).orElseThrow(this::notNow);
    }

    private void require(ConnectionState expected) {
        if (state != expected) {
            throw notNow();
        }
    }

    /** The problem for an operation that the current state does not allow. */
    public Problem notNow() {
        return state == ConnectionState.CLOSED_INCOMPLETE
                ? new Problem(
                        ProblemCode.CONNECTION_CLOSED, number, reason == null ? ConnectionInWords.state(state) : reason)
                : new Problem(ProblemCode.CONNECTION_NOT_THERE_YET, number, ConnectionInWords.state(state));
    }

    public String number() {
        return number;
    }

    public Invitation invitation() {
        return invitation;
    }

    public ConnectionState state() {
        return state;
    }

    public Optional<AgreedKeys> keys() {
        return Optional.ofNullable(keys);
    }

    /** The changeable state, for the store and for pages. */
    public ConnectionSnapshot snapshot() {
        return new ConnectionSnapshot(state, reason, findings, link, company, provider, token, keys);
    }
}
