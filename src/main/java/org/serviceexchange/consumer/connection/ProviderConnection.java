package org.serviceexchange.consumer.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The consumer's record of a provider. It decides what is valid: no order of calls makes it <em>Onboarded</em> without a
 * claim, an authorization, agreed keys and a probe in each direction.
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

    /** A connection as the store kept it. */
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

    /** A new connection for a link that was opened just now. */
    public static ProviderConnection open(String number, Invitation invitation, LinkInUse link) {
        return new ProviderConnection(number, invitation, ConnectionSnapshot.opened(link));
    }

    /** Whether a link with this hash is another than the one in use, and may replace it. */
    public boolean wouldTake(String hash) {
        return state.acceptsNewerLink() && !hash.equals(link.hash());
    }

    /** Takes a newer link; if the registration was claimed with the one before, it is claimed again. */
    public void takeNewerLink(LinkInUse newer) {
        if (!wouldTake(newer.hash())) {
            throw notNow();
        }
        link = newer;
        state = state == ConnectionState.AWAITING_AUTHENTICATION ? ConnectionState.CLAIMING : state;
    }

    /** Keeps the findings of a check; none means validated. Later than that a check changes nothing. */
    public void checked(List<Finding> found) {
        if (state.compareTo(ConnectionState.VALIDATED) <= 0) {
            findings = List.copyOf(found);
            state = found.isEmpty() ? ConnectionState.VALIDATED : ConnectionState.VALIDATION_FAILED;
        }
    }

    /** Takes the provider's company record; repeating the same choice changes nothing. */
    public void chooseCompany(String companyId) {
        if (state == ConnectionState.VALIDATED) {
            company = companyId;
            state = ConnectionState.CLAIMING;
        } else if (!companyId.equals(company)) {
            throw notNow();
        }
    }

    /** Whether the registration has to be claimed with the link in use. */
    public boolean awaitsClaim() {
        return state.compareTo(ConnectionState.CLAIMING) <= 0;
    }

    /** The provider accepted the claim; the link's secret is of no more use and is wiped. */
    public void claimed(PinnedProvider answered) {
        require(ConnectionState.CLAIMING);
        provider = answered;
        link = link.withoutSecret().expiring(answered.linkExpiresAt());
        state = ConnectionState.AWAITING_AUTHENTICATION;
    }

    /** A newer link was refused: what was claimed before stays; tells whether there was such a claim. */
    public boolean keepEarlierClaim() {
        require(ConnectionState.CLAIMING);
        if (provider == null) {
            return false;
        }
        link = link.withoutSecret();
        state = ConnectionState.AWAITING_AUTHENTICATION;
        return true;
    }

    /** A person consented and the code was redeemed. */
    public void authenticated(SealedToken accessToken) {
        require(ConnectionState.AWAITING_AUTHENTICATION);
        token = accessToken;
        state = ConnectionState.EXCHANGING_KEYS;
    }

    /** The provider does not accept the token any more: back to the person. */
    public void authorizationExpired() {
        require(ConnectionState.EXCHANGING_KEYS);
        token = null;
        state = ConnectionState.AWAITING_AUTHENTICATION;
    }

    /** Both sides have the keys; the token is of no more use and is wiped. */
    public void keysAgreed(String keyId) {
        require(ConnectionState.EXCHANGING_KEYS);
        keys = new AgreedKeys(keyId, false, false);
        token = null;
        state = ConnectionState.ACTIVATING;
    }

    /** The provider opened our probe. */
    public void probedByUs() {
        probed(agreedKeys().withOutbound());
    }

    /** We opened the provider's probe. */
    public void probedByProvider() {
        probed(agreedKeys().withInbound());
    }

    /** The provider refused for good; what ended already stays as it is. */
    public void refused(LocalizedMessage why) {
        reason = state.ended() ? reason : why;
    }

    /** Ends the connection for a reason that people read; what ended already stays as it is. */
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

    /** The agreed keys; a problem that names the state if there are none. */
    public AgreedKeys agreedKeys() {
        return keys().orElseThrow(this::notNow);
    }

    /** The provider that accepted the claim; a problem that names the state if none did. */
    public PinnedProvider pinnedProvider() {
        return Optional.ofNullable(provider).orElseThrow(this::notNow);
    }

    private void require(ConnectionState expected) {
        if (state != expected) {
            throw notNow();
        }
    }

    /** The problem that something is asked for which the state does not allow. */
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

    /** Everything that changes, for the store and for pages. */
    public ConnectionSnapshot snapshot() {
        return new ConnectionSnapshot(state, reason, findings, link, company, provider, token, keys);
    }
}
