package org.serviceexchange.connection.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.KeptSuspension;
import org.serviceexchange.connection.suspension.MemorySuspensions;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.springframework.transaction.support.TransactionTemplate;

class WatchContactsTest {

    private static final String CCN = "CCN0001001";

    private final MovableClock clock = MovableClock.standing();
    private final ConnectionLookup connections = mock();
    private final ConnectionLife life = mock();
    private final MemorySuspensions suspensions = new MemorySuspensions();
    private final Remembered alarms = new Remembered();
    private final WatchContacts watchContacts = new WatchContacts(
            alarms,
            connections,
            life,
            new Standstills(suspensions, clock),
            new ContactSettings(Duration.ofHours(24)),
            new TransactionTemplate(mock()),
            clock);

    @BeforeEach
    void aLiveConnection() {
        Parties parties = mock();
        LivingConnection connection = new LivingConnection(
                CCN, "REG0001001", ConnectionSide.PROVIDER, "key", parties, URI.create("https://peer.example.com"));
        when(connections.find(CCN)).thenReturn(Optional.of(connection));
        when(life.contactLost(CCN, "REG0001001")).thenReturn(true);
        when(life.peerDoubled(CCN, "REG0001001")).thenReturn(true);
    }

    @Test
    void asksAPersonOnceWhenThePeerIsSilentForTooLong() {
        alarms.lost.add(CCN);
        watchContacts.watch();
        watchContacts.watch();
        verify(life).contactLost(CCN, "REG0001001");
        verifyNoMoreInteractions(life);
        assertThat(alarms.silentSince).isEqualTo(clock.instant().minus(Duration.ofHours(24)));

        alarms.lost.clear();
        watchContacts.watch();
        watchContacts.watch();
        verify(life).alarmOver(CCN, true);
        assertThat(alarms.raised).isEmpty();
        verifyNoMoreInteractions(life);
    }

    @Test
    void asksAPersonOnceWhenTwoDatabasesAnswer() {
        alarms.doubled.add(CCN);
        watchContacts.watch();
        watchContacts.watch();
        verify(life).peerDoubled(CCN, "REG0001001");
        alarms.doubled.clear();
        watchContacts.watch();
        verify(life).alarmOver(CCN, false);
        verifyNoMoreInteractions(life);
    }

    @Test
    void aConnectionThatRestsAlarmsNobody() {
        alarms.lost.add(CCN);
        rest();
        watchContacts.watch();
        verifyNoInteractions(life);

        clock.move(Duration.ofMinutes(1));
        watchContacts.watch();
        verifyNoInteractions(life);
        clock.move(Duration.ofHours(24));
        watchContacts.watch();
        verify(life).contactLost(CCN, "REG0001001");
        clearInvocations(life);
        rest();
        watchContacts.watch();
        verify(life).alarmOver(CCN, true);
        verifyNoMoreInteractions(life);
    }

    @Test
    void whatNobodyCouldBeAskedIsTriedAgain() {
        when(life.contactLost(anyString(), anyString())).thenReturn(false);
        alarms.lost.add(CCN);
        alarms.lost.add("CCN0001002");
        watchContacts.watch();
        assertThat(alarms.raised).isEmpty();
        when(life.contactLost(anyString(), anyString())).thenReturn(true);
        watchContacts.watch();
        assertThat(alarms.raised).as("of those that live").containsExactly(CCN + " LOST");
    }

    @Test
    void aConnectionThatFailsDoesNotHinderTheOthers() {
        alarms.lost.add("CCN0001000");
        alarms.lost.add(CCN);
        when(connections.find("CCN0001000"))
                .thenThrow(new Problem(ProblemCode.RECORD_ALTERED, "REG0001000"))
                .thenReturn(Optional.empty());
        watchContacts.watch();
        assertThat(alarms.raised).containsExactly(CCN + " LOST");
        alarms.raised.add("CCN0001000 LOST");
        alarms.lost.clear();
        doThrow(new IllegalStateException()).when(life).alarmOver("CCN0001000", true);
        watchContacts.watch();
        assertThat(alarms.raised).containsExactly("CCN0001000 LOST");
    }

    private void rest() {
        Instant now = clock.instant();
        suspensions.save(new KeptSuspension(
                CCN,
                true,
                "REG0001001",
                new Suspension(Suspension.Kind.SUSPENDED, now, now.plusSeconds(60), "Audit"),
                now,
                1,
                null));
    }

    /** Alarms in memory. */
    private static final class Remembered implements Alarms {

        private final Set<String> lost = new TreeSet<>();
        private final Set<String> doubled = new TreeSet<>();
        private final Set<String> raised = new TreeSet<>();
        private Instant silentSince = Instant.EPOCH;

        private Set<String> standing(Alarm alarm) {
            return alarm == Alarm.LOST ? lost : doubled;
        }

        @Override
        public List<String> missing(Alarm alarm, Instant since, String after, int limit) {
            silentSince = since;
            return standing(alarm).stream()
                    .filter(one -> one.compareTo(after) > 0 && !raised.contains(one + " " + alarm))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Raised> raised(Alarm alarm, Instant since, String after, int limit) {
            return raised.stream()
                    .filter(one -> one.endsWith(" " + alarm))
                    .map(one -> one.substring(0, one.indexOf(' ')))
                    .filter(one -> one.compareTo(after) > 0)
                    .limit(limit)
                    .map(one -> new Raised(one, standing(alarm).contains(one)))
                    .toList();
        }

        @Override
        public boolean has(String connection, Alarm alarm) {
            return raised.contains(connection + " " + alarm);
        }

        @Override
        public void raise(String connection, Alarm alarm, Instant at) {
            raised.add(connection + " " + alarm);
        }

        @Override
        public void end(String connection, Alarm alarm) {
            raised.remove(connection + " " + alarm);
        }
    }
}
