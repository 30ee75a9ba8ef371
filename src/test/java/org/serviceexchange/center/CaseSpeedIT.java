package org.serviceexchange.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseQuery.Position;
import org.serviceexchange.connection.health.Ages;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.ConnectionIssues;
import org.serviceexchange.connection.health.store.TestConnectionIssues;
import org.serviceexchange.platform.measure.SampleSource;

/** With 100,000 registrations and 100,000 connections every page and count is fast; prints the measured times. */
class CaseSpeedIT {

    private static final int ROWS = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int PAGE = 24;

    @Test
    void listsAtOnceOnH2() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "speed-");
        var database =
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("cases") + ";WRITE_DELAY=0", "sa", "");
        try {
            measure(new CaseDatabase(database));
        } finally {
            database.dispose();
        }
    }

    @Test
    void listsAtOnceOnPostgres() throws Exception {
        measure(new CaseDatabase(BothDatabases.postgres("speed")));
    }

    private static void measure(CaseDatabase database) {
        fill(database);
        List<String> slow = new ArrayList<>();
        for (Side side : Side.values()) {
            CaseSource cases = database.side(side);
            String where = database.product() + ", " + side.key() + ": ";
            note(slow, where + "numbers", () -> cases.numbers(null));
            for (CaseSource.State state : cases.states()) {
                note(slow, where + state.name(), () -> cases.find(query(Order.NEWEST, null, state.name(), "", null)));
            }
            for (Order order : Order.values()) {
                note(slow, where + order + ", first page", () -> cases.find(query(order, null, null, "", null)));
                Position deep = pageTwenty(cases, order);
                note(slow, where + order + ", page 20", () -> cases.find(query(order, null, null, "", deep)));
                for (Group group : Group.values()) {
                    note(slow, where + order + ", " + group, () -> cases.find(query(order, group, null, "", null)));
                }
                for (String text : List.of("0050000", "company 77", "nothing like this", "paul person17", "example")) {
                    note(
                            slow,
                            where + order + ", search for " + text,
                            () -> cases.find(query(order, null, null, text, null)));
                }
            }
        }
        ConnectionIssues issues = TestConnectionIssues.in(database.jdbc());
        Ages ages = TestConnectionIssues.ages(CaseDatabase.NOW);
        note(slow, database.product() + ", health: issues counted", () -> issues.count(ages));
        for (ConnectionIssue issue : ConnectionIssue.values()) {
            note(
                    slow,
                    database.product() + ", health: " + issue,
                    () -> issues.of(issues.touched(issue, ages, "", PAGE), ages));
        }
        SampleSource waiting = database.bean(SampleSource.class);
        note(slow, database.product() + ", metrics: whose turn it is", waiting::sample);
        assertThat(slow).as("slower than " + LIMIT.toMillis() + " ms").isEmpty();
    }

    private static void note(List<String> slow, String what, Supplier<?> work) {
        long[] times = new long[3];
        assertThat(work.get()).isNotNull();
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            assertThat(work.get()).isNotNull();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        Duration median = Duration.ofNanos(times[times.length / 2]);
        System.out.printf("%6.1f ms  %s%n", median.toNanos() / 1e6, what);
        if (median.compareTo(LIMIT) > 0) {
            slow.add(what + ": " + median.toMillis() + " ms");
        }
    }

    private static Position pageTwenty(CaseSource cases, Order order) {
        Position position = null;
        for (int page = 1; page < 20; page++) {
            position = new Position(
                    cases.find(query(order, null, null, "", position)).next(), false);
        }
        return position;
    }

    private static CaseQuery query(Order order, Group group, String state, String text, Position from) {
        return new CaseQuery(null, null, group, state, text, order, from, PAGE);
    }

    private static void fill(CaseDatabase database) {
        database.fill(
                "insert into company (id, name, name_key, active) select 'CMP' || (1000000 + x), 'Company ' || x,"
                        + " 'company ' || x, true from {numbers}",
                2_000);
        database.fill(
                "insert into act_id_user (id_, first_, last_) select 'person' || x, 'Paul', 'Person' || x"
                        + " from {numbers}",
                4_000);
        database.fill(REGISTRATIONS, ROWS);
        database.fill(CONNECTIONS, ROWS);
        database.fill(HEARTBEATS, ROWS);
        if (database.product().equals("PostgreSQL")) {
            database.jdbc().sql("vacuum analyze").update();
        }
    }

    /** Of every 100 connections of each side one does not answer; histories are as long as after a month. */
    private static final String HEARTBEATS = """
            insert into heartbeat (module, side, registration, key_id, address, next_at, proved_at, failures, history)
            select case when mod(x, 2) = 0 then 'CCN' else 'PCN' end || (1000000 + x),
                case when mod(x, 2) = 0 then 'PROVIDER' else 'CONSUMER' end, 'REG' || (1000000 + x), 'k' || x,
                'https://c.example.com', timestamp with time zone '2026-03-10 11:00:00+00',
                timestamp with time zone '2026-03-10 09:59:00+00' - case when mod(x, 200) < 2 then 1 else 0 end * interval '1' hour,
                0, repeat('abcd.c.0.5z,', 55)
            from {numbers}
            """;

    /** Of every 20: 13 connected, 3 closed otherwise, 1 with findings, 1 suspended, 2 waiting for the contact. */
    private static final String REGISTRATIONS = """
            insert into consumer_registration (number, company_id, name_key, contact_id, consumer_url, requested_by,
                requested_at, state, closing_reason, occupies, secret_hash, secret_sealed, link_expires_at,
                consumer_thumbprint, consumer_name, signature_key, encryption_key, client_id, client_jwk, claimed_at,
                exchange_failures, turn, turn_since, ended, failed, due_at)
            select 'REG' || (1000000 + x), 'CMP' || (1000001 + mod(x, 2000)), 'company ' || (1 + mod(x, 2000)),
                'person' || (1 + mod(x, 4000)), 'https://consumer' || x || '.example.com', 'admin',
                timestamp with time zone '2026-01-01 00:00:00+00' + x * interval '1' minute,
                case when mod(x, 20) < 13 then 'CLOSED_COMPLETE' when mod(x, 20) < 16 then 'CLOSED_INCOMPLETE'
                    when mod(x, 20) = 16 then 'VALIDATION_FAILED' else 'OPEN' end,
                case when mod(x, 20) between 13 and 15 then 'EXPIRED' end, 'occupied ' || x,
                case when mod(x, 20) > 16 then 'hash' || x end, case when mod(x, 20) > 16 then cast(repeat('h', 60) as bytea) end,
                case when mod(x, 20) > 16 then timestamp with time zone '2026-03-08 00:00:00+00' + x * interval '1' minute end,
                case when mod(x, 20) < 13 then repeat('t', 43) end, 'consumer' || x,
                case when mod(x, 20) < 13 then cast(repeat('s', 1984) as bytea) end,
                case when mod(x, 20) < 13 then cast(repeat('e', 1216) as bytea) end,
                'client' || x, repeat('j', 300),
                timestamp with time zone '2026-01-01 00:00:00+00' + x * interval '1' minute, case when mod(x, 20) = 17 then 5 else 0 end,
                case when mod(x, 20) < 16 then 'NOBODY' when mod(x, 20) < 18 then 'US' else 'THEM' end,
                timestamp with time zone '2026-01-01 00:00:00+00' + mod(x * 7, 100003) * interval '1' minute,
                mod(x, 20) < 16, mod(x, 20) in (16, 17),
                case when mod(x, 20) > 16 then timestamp with time zone '2026-03-08 00:00:00+00' + x * interval '1' minute
                    else timestamp with time zone '9999-12-31 00:00:00+00' end
            from {numbers}
            """;

    /**
     * Of every 20: 15 onboarded, 1 closed, 1 with findings, 2 waiting for a person here, 1 waiting for the provider.
     */
    private static final String CONNECTIONS = """
            insert into provider_connection (number, registration, provider_url, provider_pin, open_key, opened_by, opened_at,
                link_hash, link_expires_at, state, findings, provider_name, provider_base_url, provider_signature_key, client_id,
                issuer, authorization_url, token_url, exchange_url, confirmation_url, probe_url, inbound_active, outbound_active,
                turn, turn_since, ended, failed, due_at, name_key)
            select 'PCN' || (1000000 + x), 'REG' || (2000000 + x), 'https://provider' || mod(x, 2000) || '.example.com', 'pin',
                'open ' || x, 'person' || (1 + mod(x, 4000)),
                timestamp with time zone '2026-01-01 00:00:00+00' + x * interval '1' minute, 'hash',
                timestamp with time zone '2026-03-08 00:00:00+00' + x * interval '1' minute,
                case when mod(x, 20) < 15 then 'ONBOARDED' when mod(x, 20) = 15 then 'CLOSED_INCOMPLETE'
                    when mod(x, 20) = 16 then 'VALIDATION_FAILED' when mod(x, 20) < 19 then 'AWAITING_AUTHENTICATION'
                    else 'ACTIVATING' end,
                '', 'Company ' || mod(x, 2000), 'https://p.example.com', cast(repeat('s', 1984) as bytea), 'client' || x,
                'https://p.example.com', 'https://p.example.com/oauth2/authorize', 'https://p.example.com/oauth2/token',
                'https://p.example.com/sx/v1/exchanges', 'https://p.example.com/sx/v1/exchanges/confirmations',
                'https://p.example.com/sx/v1/probes', false, true,
                case when mod(x, 20) < 16 then 'NOBODY' when mod(x, 20) < 19 then 'US' else 'THEM' end,
                timestamp with time zone '2026-01-01 00:00:00+00' + mod(x * 7, 100003) * interval '1' minute,
                mod(x, 20) < 16, mod(x, 20) = 16,
                case when mod(x, 20) between 16 and 18
                    then timestamp with time zone '2026-03-08 00:00:00+00' + x * interval '1' minute
                    else timestamp with time zone '9999-12-31 00:00:00+00' end,
                'company ' || mod(x, 2000)
            from {numbers}
            """;
}
