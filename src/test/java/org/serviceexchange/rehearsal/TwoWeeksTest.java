package org.serviceexchange.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.web.RehearsedPerson;

/** The days go on whatever cannot be done on one of them. */
class TwoWeeksTest {

    private static final LocalizedMessage NO_PAGE = LocalizedMessage.of("rehearsal.refused", "/registrations/new");
    private static final LocalizedMessage NEW_KEYS = LocalizedMessage.of("rehearsal.days.newKeys");

    private final RehearsedPair pair = mock();
    private final RehearsedSide side = mock(RETURNS_DEEP_STUBS);
    private final Cast cast = mock();
    private final OneCase living = mock();
    private final ProviderConnection connection = mock(RETURNS_DEEP_STUBS);

    @BeforeEach
    void prepare() {
        when(pair.witness()).thenReturn(new Witness());
        when(pair.now()).thenReturn(Instant.EPOCH);
        when(pair.side(any())).thenReturn(side);
        ProviderConnections connections = mock();
        when(side.get(ProviderConnections.class)).thenReturn(connections);
        when(living.number(ConnectionSide.CONSUMER)).thenReturn("PCN0001001");
        when(connections.get("PCN0001001")).thenReturn(connection);
        when(connection.agreedKeys().keyId()).thenReturn("key");
        AgreedKeys keys = connection.agreedKeys();
        when(connection.keys()).thenReturn(Optional.of(keys));
        when(cast.newContact()).thenReturn(new Cast.Contact("contact.1", "CMP0001001"));
        RehearsedPerson nobody = mock();
        when(nobody.open(any())).thenThrow(new NotPossible(NO_PAGE));
        when(cast.admin(any(), any())).thenReturn(nobody);
    }

    private PlayedDays play() {
        return new TwoWeeks(pair, cast, living, Map.of()).play(cast);
    }

    @Test
    void anOrderThatIsNotPossibleIsMissedOnceAndAllDaysPass() {
        when(connection.state()).thenReturn(ConnectionState.CLOSED_INCOMPLETE);
        PlayedDays days = play();
        assertThat(days.missed()).containsExactly(NO_PAGE);
        assertThat(days.happened())
                .extracting(PlayedDays.Event::what)
                .contains(LocalizedMessage.of("rehearsal.days.back"))
                .doesNotContain(NEW_KEYS);
        verify(pair, times(Rehearsal.DAYS * 4 + 1)).round();
    }

    @Test
    void aRoundThatFailsIsMissed() {
        when(connection.state()).thenReturn(ConnectionState.ONBOARDED);
        doThrow(new IllegalStateException("broken")).when(pair).round();
        PlayedDays days = play();
        assertThat(days.happened()).extracting(PlayedDays.Event::what).contains(NEW_KEYS);
        assertThat(days.missed())
                .contains(LocalizedMessage.of("rehearsal.failed", "java.lang.IllegalStateException: broken"))
                .doesNotHaveDuplicates();
    }
}
