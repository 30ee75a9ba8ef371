package org.serviceexchange.center.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCount;
import net.ttddyy.dsproxy.listener.SingleQueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.center.CaseDatabase;
import org.serviceexchange.center.Side;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.OwnIncarnations;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.overview.web.TestLivingCards;
import org.serviceexchange.connection.rotation.KeySets;
import org.serviceexchange.connection.rotation.KeysInView;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.connection.suspension.Suspensions;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.ModuleKeys;

/** The start page, however many connections there are. */
class CenterStartsTest {

    private static final Clock CLOCK = Clock.fixed(CaseDatabase.NOW, ZoneOffset.UTC);

    private final ModuleKeys keys = mock();

    @Test
    void costsAsManyStatementsForManyConnectionsAsForFew() throws SQLException {
        for (DataSource database : BothDatabases.named("starts")) {
            long few = statements(database, 40);
            assertThat(statements(database, 2_000)).isEqualTo(few).isLessThan(25);
        }
        ArgumentCaptor<Collection<String>> asked = ArgumentCaptor.captor();
        verify(keys, atMost(8)).describe(asked.capture());
        assertThat(asked.getAllValues()).allMatch(modules -> modules.size() == 12);
    }

    @Test
    void showsWhatIsInTroubleFirstAndThenTheNewest() throws SQLException {
        for (DataSource plain : BothDatabases.named("starts")) {
            CaseDatabase database = filled(plain, 40);
            CenterStart start = starts(database).read("");
            assertThat(start.living()).hasSize(12);
            assertThat(start.living().subList(0, 2))
                    .extracting(CaseCard::path)
                    .containsExactly("/consumer-connections/CCN1001002", "/consumer-connections/CCN1001040");
            assertThat(start.living().get(0).living().health().state()).isEqualTo("DOWN");
            assertThat(start.living().get(1).living().health().state()).isEqualTo("UP");
            assertThat(start.underWay()).hasSize(12).allMatch(card -> card.living() == null);
            assertThat(start.underWay().get(0).path()).isEqualTo("/registrations/REG1001001");
            assertThat(start.used()).extracting(CenterStart.Numbers::side).containsExactly(Side.PROVIDER);
            CenterView.Tile troubled = start.used().get(0).troubled();
            assertThat(troubled.count()).isEqualTo(1);
            assertThat(troubled.address()).isEqualTo("/?side=provider&show=troubled");
        }
    }

    private long statements(DataSource plain, int rows) throws SQLException {
        SingleQueryCountHolder counts = new SingleQueryCountHolder();
        DataSource counted =
                ProxyDataSourceBuilder.create(plain).countQuery(counts).build();
        CenterStarts starts = starts(filled(counted, rows));
        counts.clear();
        assertThat(starts.read("").living()).hasSize(12);
        return counts.getQueryCountMap().values().stream()
                .mapToLong(QueryCount::getTotal)
                .sum();
    }

    private CenterStarts starts(CaseDatabase database) {
        HeartbeatRows rows = database.bean(HeartbeatRows.class);
        Standstills standstills = new Standstills(database.bean(Suspensions.class), CLOCK);
        Heartbeats heartbeats = new Heartbeats(
                rows,
                mock(OwnIncarnations.class),
                standstills,
                mock(Journal.class),
                database.bean(HeartbeatSettings.class),
                CLOCK);
        KeysInView inView = new KeysInView(mock(ConnectionLookup.class), keys, mock(KeySets.class), CLOCK);
        return new CenterStarts(
                List.of(database.side(Side.CONSUMER), database.side(Side.PROVIDER)),
                TestLivingCards.of(heartbeats, inView, standstills, CLOCK),
                CLOCK);
    }

    /** Every second registration has led to a connection; that with the smallest number is silent. */
    private static CaseDatabase filled(DataSource plain, int rows) throws SQLException {
        CaseDatabase database = new CaseDatabase(plain);
        database.fill("insert into company (id, name, name_key, active) values ('C1', 'Zeta', 'zeta', true)", 1);
        database.fill("""
                insert into consumer_registration (number, company_id, name_key, contact_id, consumer_url, requested_by,
                    requested_at, state, occupies, exchange_failures, turn, turn_since, ended, failed, due_at,
                    connection_number, key_id)
                select 'REG' || (1001000 + x), 'C1', 'zeta', 'beth', 'https://c' || x || '.example.com', 'admin',
                    timestamp with time zone '2026-03-01 00:00:00+00' + x * interval '1' second,
                    case when mod(x, 2) = 0 then 'CLOSED_COMPLETE' else 'VALIDATED' end, 'o' || x, 0,
                    case when mod(x, 2) = 0 then 'NOBODY' else 'SYSTEM' end,
                    timestamp with time zone '2026-03-01 00:00:00+00' + x * interval '1' second, mod(x, 2) = 0, false,
                    timestamp with time zone '9999-12-31 00:00:00+00',
                    case when mod(x, 2) = 0 then 'CCN' || (1001000 + x) end, case when mod(x, 2) = 0 then 'k' || x end
                from {numbers}
                """, rows);
        database.fill("""
                insert into heartbeat (module, side, registration, key_id, address, next_at, proved_at)
                select 'CCN' || (1001000 + 2 * x), 'PROVIDER', 'REG' || (1001000 + 2 * x), 'k' || (2 * x),
                    'https://c.example.com', timestamp with time zone '2026-03-10 11:00:00+00',
                    timestamp with time zone '2026-03-10 09:59:00+00'
                        - case when x = 1 then 1 else 0 end * interval '1' hour
                from {numbers}
                """, rows / 2);
        return database;
    }
}
