package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;

/** The pairs of states in which both sides once waited for each other for ever. */
class PairsThatHealTest {

    private final Instances world = new Instances(new Random(1));
    private final Acts acts = new Acts(world);

    @BeforeEach
    void aClaimedRegistration() {
        acts.register();
        acts.openLink(true);
        acts.claim(false);
    }

    @Test
    void providerCancelsAfterTheConsumersProbeBeforeItsOwn() {
        agreeKeys();
        acts.probeProvider(false);
        acts.cancelAtProvider();
        hear();
        bothClosed("consumer.reason.closedByProvider");
    }

    @Test
    void providerCancelsBeforeTheFirstProbe() {
        agreeKeys();
        acts.cancelAtProvider();
        hear();
        bothClosed("consumer.reason.closedByProvider");
    }

    @Test
    void providerSendsANewLinkAfterKeysWereAgreed() {
        agreeKeys();
        acts.resend();
        hear();
        assertThat(state()).isEqualTo(ConnectionState.CLOSED_INCOMPLETE);
        acts.openLink(true);
        acts.claim(false);
        connect();
        assertThat(state()).isEqualTo(ConnectionState.ONBOARDED);
        assertThat(registration().state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
    }

    @Test
    void consumerCancelsAfterKeysWereAgreed() {
        agreeKeys();
        acts.cancelAtConsumer();
        hear();
        itIsTheProvidersTurn();
        assertThat(registration().connection()).isEmpty();
    }

    @Test
    void providerCancelsBeforeConsent() {
        acts.cancelAtProvider();
        hear();
        bothClosed("consumer.reason.closedByProvider");
    }

    @Test
    void somebodyWithTheLinkDeclinesBeforeConsent() {
        acts.decline();
        hear();
        bothClosed("consumer.reason.closedByProvider");
        assertThat(acts.newest().orElseThrow().snapshot().reason().inDefault())
                .contains("declined by somebody who has the link");
    }

    @Test
    void providerSendsANewLinkBeforeConsent() {
        acts.resend();
        hear();
        assertThat(state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(acts.newest().orElseThrow().snapshot().reason().key()).isEqualTo("consumer.reason.newLink");
        acts.openLink(true);
        acts.claim(false);
        connect();
        assertThat(acts.newest().orElseThrow().snapshot().reason()).isNull();
        assertThat(state()).isEqualTo(ConnectionState.ONBOARDED);
    }

    @Test
    void consumerCancelsBeforeConsent() {
        acts.cancelAtConsumer();
        hear();
        itIsTheProvidersTurn();
        acts.openLink(false);
        acts.claim(false);
        assertThat(registration().snapshot().counterpart().departure()).isNull();
    }

    @Test
    void consumerWasRestoredAndKnowsNothing() {
        Runnable beforeTheLink = empty();
        connect();
        beforeTheLink.run();
        world.askAll();
        assertThat(registration().snapshot().counterpart().departure()).isEqualTo(Departure.LOST);
        assertThat(registration().snapshot().pendingOn()).isEqualTo(PendingOn.US);
        acts.cancelAtProvider();
        assertThat(registration().snapshot().closingReason()).isEqualTo(ClosingReason.LOST_AT_CONSUMER);
    }

    @Test
    void aConnectionIsFoundAgainAfterAWrongRestore() {
        Runnable beforeTheLink = empty();
        connect();
        Runnable live = world.backup(ConnectionSide.CONSUMER);
        beforeTheLink.run();
        world.askAll();
        live.run();
        world.askAll();
        assertThat(registration().snapshot().counterpart().departure()).isNull();
        assertThat(registration().snapshot().pendingOn()).isEqualTo(PendingOn.NOBODY);
    }

    /** Its database was set back behind the cancellation of which the provider had heard. */
    @Test
    void aConsumerThatHadLeftIsThereAgain() {
        Runnable claimed = world.backup(ConnectionSide.CONSUMER);
        acts.cancelAtConsumer();
        hear();
        itIsTheProvidersTurn();
        claimed.run();
        world.askAll();
        assertThat(registration().snapshot().counterpart().departure()).isNull();
        assertThat(state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        connect();
        assertThat(registration().state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
    }

    @Test
    void aRotationIsNotTakenForLostKeys() {
        connect();
        acts.rotate(false);
        acts.prove(true);
        assertThat(keyOfProvider()).isNotEqualTo(keyOfConsumer());
        world.askAll();
        assertThat(world.consumer.keys.life.asked).isEmpty();
        acts.prove(false);
        bothLiveWithOneKey();
    }

    @Test
    void aProviderThatWentBackBehindARotationGetsNewKeysFromTheOnesThatWereReplaced() {
        connect();
        String first = keyOfConsumer();
        Runnable before = world.backup(ConnectionSide.PROVIDER);
        acts.rotate(false);
        acts.prove(false);
        before.run();
        assertThat(keyOfProvider()).isEqualTo(first).isNotEqualTo(keyOfConsumer());
        world.askAll();
        assertThat(world.consumer.keys.life.asked)
                .containsExactly(acts.newest().orElseThrow().number());
        acts.rotate(false);
        acts.prove(false);
        bothLiveWithOneKey();
        assertThat(keyOfConsumer()).isNotEqualTo(first);
    }

    @Test
    void aConsumerThatWentBackBehindARotationGetsNewKeysFromTheOnesThatTheProviderReplaced() {
        connect();
        Runnable before = world.backup(ConnectionSide.CONSUMER);
        acts.rotate(false);
        acts.prove(false);
        before.run();
        world.askAll();
        acts.rotate(false);
        acts.prove(false);
        bothLiveWithOneKey();
    }

    @Test
    void bothEndWhenNoKeysAreLeftInCommon() {
        connect();
        Runnable before = world.backup(ConnectionSide.CONSUMER);
        acts.rotate(false);
        acts.prove(false);
        world.clock.move(Duration.ofDays(2));
        acts.timers();
        before.run();
        world.askAll();
        assertThat(state()).as("new keys are tried first").isEqualTo(ConnectionState.ONBOARDED);
        acts.rotate(false);
        hear();
        assertThat(state()).isEqualTo(ConnectionState.OFF_BOARDED);
        assertThat(acts.newest().orElseThrow().snapshot().reason().key()).isEqualTo("consumer.reason.keysLost");
        assertThat(registration().state()).isEqualTo(RegistrationState.OFF_BOARDED);
    }

    private String keyOfProvider() {
        return registration().connection().orElseThrow().keyId();
    }

    private String keyOfConsumer() {
        return acts.newest().orElseThrow().agreedKeys().keyId();
    }

    private void bothLiveWithOneKey() {
        world.askAll();
        assertThat(registration().state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
        assertThat(state()).isEqualTo(ConnectionState.ONBOARDED);
        assertThat(acts.newest().orElseThrow().snapshot().reason()).isNull();
        assertThat(keyOfProvider()).isEqualTo(keyOfConsumer());
    }

    /** The data of the consumer as it was before it had ever seen the link. */
    private Runnable empty() {
        Runnable claimed = world.backup(ConnectionSide.CONSUMER);
        world.forgetConsumer();
        Runnable nothing = world.backup(ConnectionSide.CONSUMER);
        claimed.run();
        return nothing;
    }

    private void agreeKeys() {
        acts.authenticate();
        acts.exchangeKeys(false);
    }

    private void connect() {
        agreeKeys();
        acts.probeProvider(false);
        acts.activate(false);
    }

    /** Only what the change itself made due is asked; the other side then asks in turn. */
    private void hear() {
        for (int round = 0; round < 3; round++) {
            world.deliver(ConnectionSide.PROVIDER);
            world.deliver(ConnectionSide.CONSUMER);
        }
    }

    private void bothClosed(String reason) {
        assertThat(registration().state()).isEqualTo(RegistrationState.CLOSED_INCOMPLETE);
        assertThat(state()).isEqualTo(ConnectionState.CLOSED_INCOMPLETE);
        assertThat(acts.newest().orElseThrow().snapshot().reason().key()).isEqualTo(reason);
    }

    private void itIsTheProvidersTurn() {
        assertThat(registration().isOpen()).isTrue();
        assertThat(registration().snapshot().counterpart().departure()).isEqualTo(Departure.LEFT);
        assertThat(registration().snapshot().pendingOn()).isEqualTo(PendingOn.US);
        assertThat(registration().snapshot().consentGiven()).isFalse();
    }

    private Registration registration() {
        return acts.registration().orElseThrow();
    }

    private ConnectionState state() {
        return acts.newest().orElseThrow().state();
    }
}
