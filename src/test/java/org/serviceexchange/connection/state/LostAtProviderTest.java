package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.closing.ReplaceLostConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.RegistrationState;

/** The provider was restored to a time before the registration, and registers the consumer as for the first time. */
class LostAtProviderTest {

    private static final Author ADA = Author.of("ada");

    private final Instances world = new Instances(new Random(1));
    private final Acts acts = new Acts(world);
    private final Journal journal = mock(Journal.class);
    private final ReplaceLostConnections replaceLost =
            new ReplaceLostConnections(world.consumer.connections, world.consumer.closeConnection, journal);
    private String lost;

    @BeforeEach
    void theProviderLosesItsRecord() {
        Runnable beforeTheRegistration = world.backup(ConnectionSide.PROVIDER);
        acts.register();
        acts.openLink(true);
        connect();
        lost = acts.newest().orElseThrow().number();
        beforeTheRegistration.run();
        world.askAll();
        assertThat(world.consumer.connections.get(lost).snapshot().lost()).isTrue();
        acts.register();
    }

    @Test
    void theLinkOfTheSameNumberReplacesWhatTheProviderHasLost() {
        replaceLost.replace(world.consumer.connections.lock(lost), "PCN0001099");
        assertThat(state(lost)).isEqualTo(ConnectionState.OFF_BOARDED);
        assertThat(world.consumer.connections.get(lost).snapshot().reason())
                .isEqualTo(LocalizedMessage.of("consumer.reason.replacedBy", "PCN0001099"));
        acts.openLink(true);
        String next = acts.newest().orElseThrow().number();
        assertThat(next).isNotEqualTo(lost);
        connect();
        world.askAll();
        assertThat(state(next)).isEqualTo(ConnectionState.ONBOARDED);
        assertThat(acts.registration().orElseThrow().state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
        assertThat(world.consumer.connections.get(next).snapshot().lost()).isFalse();
        assertThat(state(lost)).isEqualTo(ConnectionState.OFF_BOARDED);
    }

    @Test
    void theCompanyOfALinkOfAnotherNumberReplacesWhatTheProviderHasLostOfIt() {
        ProviderConnection next = next("CMP0001001");
        assertThat(replaceLost.replaceableBy(next))
                .as("shown before")
                .extracting(ProviderConnection::number)
                .containsExactly(lost);
        assertThat(state(lost)).isEqualTo(ConnectionState.ONBOARDED);
        replaceLost.replaceBy(next, ADA);
        assertThat(state(lost)).isEqualTo(ConnectionState.OFF_BOARDED);
        verify(journal).workNote(next.number(), ADA, LocalizedMessage.of("consumer.note.replaces", lost));
        assertThat(replaceLost.replaceableBy(next)).isEmpty();
    }

    @Test
    void aConnectionThatTheProviderHasNotLostIsNotReplaced() {
        ProviderConnection found = world.consumer.connections.get(lost);
        found.warned(null);
        world.consumer.connections.save(found);
        replaceLost.replaceBy(next("CMP0001001"), ADA);
        assertThat(state(lost)).isEqualTo(ConnectionState.ONBOARDED);
    }

    @Test
    void aConnectionWhoseKeysTheProviderRefusedIsNotReplaced() {
        ProviderConnection found = world.consumer.connections.get(lost);
        found.warned(LivingProviders.KEYS_GONE);
        world.consumer.connections.save(found);
        ProviderConnection next = next("CMP0001001");
        assertThat(replaceLost.replaceableBy(next)).isEmpty();
        replaceLost.replaceBy(next, ADA);
        assertThat(state(lost)).isEqualTo(ConnectionState.ONBOARDED);
    }

    @Test
    void aConnectionOfAnotherCompanyIsNotReplaced() {
        replaceLost.replaceBy(next("CMP0001002"), ADA);
        assertThat(state(lost)).isEqualTo(ConnectionState.ONBOARDED);
    }

    private static ProviderConnection next(String company) {
        ProviderConnection next = TestConnections.like(
                TestConnections.opened(),
                new Invitation(
                        "PCN0001099",
                        "REG0001099",
                        URI.create(TestConnections.BASE),
                        TestConnections.PIN,
                        "ada",
                        TestConnections.NOW));
        next.checked(List.of());
        next.chooseCompany(company);
        return next;
    }

    private void connect() {
        acts.claim(false);
        acts.authenticate();
        acts.exchangeKeys(false);
        acts.probeProvider(false);
        acts.activate(false);
    }

    private ConnectionState state(String number) {
        return world.consumer.connections.get(number).state();
    }
}
