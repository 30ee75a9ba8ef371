package org.serviceexchange.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;

import io.micrometer.core.instrument.Tag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseQuery.Position;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.measure.SampleSource;
import org.serviceexchange.platform.measure.SampledGauge;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** 60 registrations with many equal values, on H2 and on PostgreSQL. */
class CaseTablesTest {

    private static final int ROWS = 60;

    private static final List<CaseDatabase> FILLED = new ArrayList<>();

    @BeforeAll
    static void fill() throws SQLException {
        for (DataSource database : BothDatabases.named("cases")) {
            CaseDatabase filled = new CaseDatabase(database);
            filled.fill(
                    "insert into company (id, name, name_key, active) values ('C1', 'Zeta 100%', 'zeta 100%', true),"
                            + " ('C2', 'alpha_beta', 'alpha_beta', true)",
                    1);
            filled.fill(
                    "insert into act_id_user (id_, first_, last_) values ('abel', 'Abel', 'Tuter'),"
                            + " ('beth', 'Beth', 'Anglin')",
                    1);
            filled.fill(REGISTRATIONS, ROWS);
            filled.fill(HEARTBEATS, 21);
            filled.fill(SUSPENSIONS, 1);
            filled.fill(
                    "insert into act_ru_execution (id_, business_key_) values ('p5', 'REG1001005'), ('p6', 'REG1001006'),"
                            + " ('p7', 'REG1001007'), ('p10', 'REG1001010'), ('p11', 'REG1001011')",
                    1);
            filled.fill(
                    "insert into act_ru_task (id_, name_, proc_inst_id_) values ('t7', 'Approve company', 'p7'),"
                            + " ('t10', 'Resolve validation findings', 'p10'), ('t11', 'Left behind', 'p11')",
                    1);
            filled.fill(
                    "insert into act_ru_incident (id_, incident_type_, proc_inst_id_) values ('i5', 'failedJob', 'p5'),"
                            + " ('i6', 'another', 'p6')",
                    1);
            FILLED.add(filled);
        }
    }

    static List<Named<CaseDatabase>> databases() {
        return FILLED.stream().map(one -> Named.of(one.product(), one)).toList();
    }

    /** Groups of cases share the same start, pending-since and expiry times, so that the number decides their order. */
    private static final String REGISTRATIONS = """
            insert into consumer_registration (number, company_id, name_key, contact_id, consumer_url, requested_by,
                requested_at, state, occupies, secret_hash, secret_sealed, link_expires_at, exchange_failures,
                turn, turn_since, ended, failed, due_at)
            select 'REG' || (1001000 + x), case when mod(x, 2) = 0 then 'C1' else 'C2' end,
                case when mod(x, 2) = 0 then 'zeta 100%' else 'alpha_beta' end,
                case when mod(x, 4) = 0 then 'abel' else 'beth' end, 'https://c' || x || '.example.com', 'admin',
                timestamp with time zone '2026-03-01 00:00:00+00' + mod(x, 3) * interval '1' hour,
                case when mod(x, 10) = 0 then 'VALIDATION_FAILED' when mod(x, 10) < 4 then 'CLOSED_COMPLETE' else 'OPEN' end,
                'o' || x, case when mod(x, 10) > 3 then 'hash' || x end, case when mod(x, 10) > 3 then cast('s' as bytea) end,
                case when mod(x, 10) > 3 then timestamp with time zone '2026-03-11 00:00:00+00' + mod(x, 4) * interval '1' day end,
                0, case when mod(x, 10) = 0 then 'US' when mod(x, 10) < 4 then 'NOBODY' else 'THEM' end,
                timestamp with time zone '2026-03-02 00:00:00+00' + mod(x, 5) * interval '1' minute,
                mod(x, 10) between 1 and 3, mod(x, 10) = 0,
                case when mod(x, 10) > 3 then timestamp with time zone '2026-03-11 00:00:00+00' + mod(x, 4) * interval '1' day
                    else timestamp with time zone '9999-12-31 00:00:00+00' end
            from {numbers}
            """;

    /** One of the silent ones is suspended, and one was until a minute ago. */
    private static final String SUSPENSIONS = """
            insert into connection_suspension (connection, own, subject, kind, begins_at, ends_at, reason, said_at,
                record_version)
            values ('CCN1001002', true, 'REG1001002', 'SUSPENDED', timestamp with time zone '2026-03-10 08:00:00+00',
                timestamp with time zone '2026-03-11 08:00:00+00', 'r', timestamp with time zone '2026-03-10 08:00:00+00', 1),
                ('CCN1001021', false, 'REG1001021', 'MAINTENANCE', timestamp with time zone '2026-03-10 08:00:00+00',
                timestamp with time zone '2026-03-10 09:59:00+00', 'r', timestamp with time zone '2026-03-10 08:00:00+00', 1)
            """;

    /**
     * Of the live ones the first two and the last are silent, the third never answered, one is stopped and one waits for a
     * decision.
     */
    private static final String HEARTBEATS = """
            insert into heartbeat (module, side, registration, key_id, address, next_at, proved_at, failures, stopped,
                quarantined)
            select 'CCN' || (1001000 + x), 'PROVIDER', 'REG' || (1001000 + x), 'k' || x, 'https://c.example.com',
                timestamp with time zone '2026-03-10 11:00:00+00',
                case when x in (1, 2, 21) then timestamp with time zone '2026-03-10 09:00:00+00'
                    when x = 3 or x = 11 then null
                    else timestamp with time zone '2026-03-10 09:59:00+00' end,
                case when x = 3 then 1 else 0 end, x = 12, x = 13
            from {numbers}
            """;

    @ParameterizedTest
    @MethodSource("databases")
    void countsLiveConnectionsAndThoseInTrouble(CaseDatabase database) {
        CaseNumbers numbers = database.side(Side.PROVIDER).numbers(null);
        assertThat(numbers.of(Group.LIVE)).isEqualTo(18);
        assertThat(numbers.of(Group.UNDER_WAY)).isEqualTo(42);
        assertThat(find(database, query(null, Group.TROUBLED, null, "", Order.NAME, null, 100)))
                .extracting(Case::number)
                .containsExactlyInAnyOrder("REG1001001", "REG1001003", "REG1001012", "REG1001013");
        assertThat(numbers.in("OPEN")).isEqualTo(36);
        assertThat(numbers.in("CLOSED_COMPLETE")).isEqualTo(18);
        assertThat(database.side(Side.CONSUMER).numbers(null).of(Group.TROUBLED))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void showsEveryCaseOnceAndInOrderForwardsAndBack(CaseDatabase database) {
        for (Order order : Order.values()) {
            List<Case> all = find(database, order, null).cases();
            assertThat(all).as("%s", order).hasSize(ROWS);
            List<String> forwards = walk(database, order, false);
            assertThat(forwards).as("%s", order).isEqualTo(numbers(all));
            assertThat(new HashSet<>(forwards)).hasSize(ROWS);
            List<String> back = walk(database, order, true);
            assertThat(back).as("%s back", order).isEqualTo(forwards.subList(0, ROWS - 4));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sortsAsTheOrderSays(CaseDatabase database) {
        assertThat(numbers(find(database, Order.NEWEST, null).cases()).subList(0, 2))
                .containsExactly("REG1001059", "REG1001056");
        List<Case> waiting = find(database, Order.WAITING, null).cases();
        assertThat(waiting.subList(0, 42)).noneMatch(one -> one.pendingOn() == PendingOn.NOBODY);
        assertThat(waiting.subList(42, ROWS)).allMatch(one -> one.pendingOn() == PendingOn.NOBODY);
        assertThat(waiting.subList(0, 42).stream().map(Case::since)).isSorted();
        assertThat(find(database, Order.NAME, null).cases().get(0).name()).isEqualTo("alpha_beta");
        assertThat(find(database, Order.EXPIRY, null).cases().subList(0, 36).stream()
                        .map(Case::expiresAt))
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsPartsOfNumberCompanyUrlAndContact(CaseDatabase database) {
        assertThat(search(database, "reg1001007")).containsExactly("REG1001007");
        assertThat(search(database, "C12.example")).containsExactly("REG1001012");
        assertThat(search(database, "ALPHA")).hasSize(30);
        assertThat(search(database, "abel tut")).hasSize(15);
        assertThat(search(database, "nobody")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesWildcardsAndSqlLiterally(CaseDatabase database) {
        assertThat(search(database, "100%")).hasSize(30);
        assertThat(search(database, "%alpha")).isEmpty();
        assertThat(search(database, "a_beta")).hasSize(30);
        assertThat(search(database, "alpha_bet_")).isEmpty();
        assertThat(search(database, "!")).isEmpty();
        assertThat(search(database, "' or 1=1 --")).isEmpty();
        assertThat(search(database, "\\")).isEmpty();
    }

    /** A task of a changed process, and a step that has stopped; a case that is ours anyway, or has ended, says so itself. */
    @ParameterizedTest
    @MethodSource("databases")
    void areOursWhileATaskIsOpenOrAStepHasStopped(CaseDatabase database) {
        CaseSource source = database.side(Side.PROVIDER);
        CasePage ours = source.find(query(null, Group.US, null, "", Order.NEWEST, null, 100));
        assertThat(ours.cases())
                .filteredOn(one -> one.who().key().startsWith("center.turn."))
                .allMatch(one -> one.pendingOn() == PendingOn.US)
                .extracting(one -> one.number() + " " + one.who().inDefault())
                .containsExactlyInAnyOrder(
                        "REG1001005 An admin, because a step has stopped",
                        "REG1001007 Whoever does the task “Approve company”");
        assertThat(source.find(query(null, Group.THEM, null, "", Order.NEWEST, null, 100))
                        .cases())
                .extracting(Case::number)
                .contains("REG1001006")
                .doesNotContain("REG1001005", "REG1001007");
        assertThat(source.waiting("REG1001007").orElseThrow().inDefault()).contains("Approve company");
        assertThat(source.waiting("REG1001010")).isEmpty();
        assertThat(source.waiting("REG1001011")).isEmpty();
    }

    /** Neither the engine nor the checks of models ask for a name. */
    @ParameterizedTest
    @MethodSource("databases")
    void callATaskWithoutANameByItsElement(CaseDatabase database) {
        CaseSource source = database.side(Side.PROVIDER);
        for (String name : List.of("null", "''")) {
            database.fill(
                    "insert into act_ru_task (id_, name_, task_def_key_, proc_inst_id_) values ('t6', " + name
                            + ", 'userTask_look', 'p6')",
                    1);
            try {
                assertThat(source.waiting("REG1001006").orElseThrow().inDefault())
                        .isEqualTo("Whoever does the task “userTask_look”");
                assertThat(source.find(query(null, Group.US, null, "", Order.NEWEST, null, 100))
                                .cases())
                        .extracting(Case::number)
                        .contains("REG1001006");
            } finally {
                database.fill("delete from act_ru_task where id_ = 't6'", 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areKnownOneByOneHoweverManyWait(CaseDatabase database) {
        database.fill(
                "insert into act_ru_task (id_, name_, proc_inst_id_) select 'many' || x, 'Another', 'p5' from {numbers}",
                CaseNumbers.MOST + 1);
        database.fill("insert into act_ru_task (id_, name_, proc_inst_id_) values ('z6', 'The last one', 'p6')", 1);
        try {
            assertThat(database.side(Side.PROVIDER)
                            .waiting("REG1001006")
                            .orElseThrow()
                            .inDefault())
                    .contains("The last one");
            Turns turns = database.side(Side.PROVIDER).turnsOf(List.of("REG1001005", "REG1001006"));
            assertThat(turns.of("REG1001006", PendingOn.THEM))
                    .as("in a list, too")
                    .isEqualTo(PendingOn.US);
            assertThat(turns.of("REG1001007", PendingOn.THEM))
                    .as("not on that page")
                    .isEqualTo(PendingOn.THEM);
            assertThat(find(database, Order.NEWEST, null).cases())
                    .filteredOn(one -> one.number().equals("REG1001006"))
                    .extracting(Case::pendingOn)
                    .containsExactly(PendingOn.US);
        } finally {
            database.fill("delete from act_ru_task where id_ like 'many%' or id_ = 'z6'", 1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areOursWhileOurKeysKeepThemFromGoingOnByThemselves(CaseDatabase database) {
        CaseSource source = database.side(Side.PROVIDER);
        KmfHealth keys = database.bean(KmfHealth.class);
        database.fill("update consumer_registration set turn = 'SYSTEM' where number = 'REG1001008'", 1);
        try {
            assertThat(source.waiting("REG1001008")).isEmpty();
            doThrow(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "File Key Store"))
                    .when(keys)
                    .requireOperational();
            assertThat(source.waiting("REG1001008").orElseThrow().inDefault())
                    .isEqualTo("An admin, because the keys of this instance do not work");
            assertThat(source.numbers(null).of(Group.US)).isEqualTo(6 + 2 + 1);
            assertThat(source.waiting("REG1001009")).isEmpty();
        } finally {
            Mockito.reset(keys);
            database.fill("update consumer_registration set turn = 'THEM' where number = 'REG1001008'", 1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void filtersAndCounts(CaseDatabase database) {
        CaseNumbers numbers = database.side(Side.PROVIDER).numbers(null);
        assertThat(numbers.of(Group.US)).isEqualTo(6 + 2);
        assertThat(numbers.of(Group.THEM)).isEqualTo(36 - 2);
        assertThat(numbers.of(Group.FAILED)).isEqualTo(6);
        assertThat(numbers.of(Group.EXPIRING)).isEqualTo(27);
        assertThat(numbers.of(Group.STOPPED)).isEqualTo(1);
        for (Group group : Group.values()) {
            assertThat(find(database, query(null, group, null, "", Order.NEWEST, null, 100)))
                    .as("%s", group)
                    .hasSize(numbers.of(group));
        }
        assertThat(find(database, query(null, null, "OPEN", "", Order.NEWEST, null, 100)))
                .hasSize(36);
        assertThat(find(database, query(null, null, "' or 1=1", "", Order.NEWEST, null, 100)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsTheCasesOfACompany(CaseDatabase database) {
        CaseQuery ofCompany = new CaseQuery(null, "C1", null, null, "", Order.NEWEST, null, 100);
        assertThat(find(database, ofCompany))
                .hasSize(30)
                .allMatch(one -> one.name().equals("Zeta 100%"));
        assertThat(database.side(Side.CONSUMER).find(ofCompany).cases()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void showsAContactOnlyTheirOwn(CaseDatabase database) {
        CaseSource source = database.side(Side.PROVIDER);
        assertThat(find(database, query("abel", null, null, "", Order.NEWEST, null, 100)))
                .hasSize(15)
                .allMatch(one -> one.person().equals("Abel Tuter"));
        assertThat(source.numbers("abel").any()).isTrue();
        assertThat(source.numbers("carl").any()).isFalse();
        assertThat(database.side(Side.CONSUMER).numbers("abel").any()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void beginsAtTheStartForAMarkThatNoPageGave(CaseDatabase database) {
        for (String mark : List.of("x", "REG1~yesterday", "' or 1=1~", "REG1~true~x", "a\0~2026-03-01T00:00:00Z")) {
            Position madeUp = new Position(mark, false);
            assertThat(numbers(find(database, Order.NEWEST, madeUp).cases()))
                    .as(mark)
                    .isEqualTo(numbers(find(database, Order.NEWEST, null).cases()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void followsTheNewNameOfACompany(CaseDatabase database) {
        database.jdbc()
                .sql("update company set name = 'Eta', name_key = 'eta' where id = 'C1'")
                .update();
        try {
            assertThat(search(database, "zeta 100")).isEmpty();
            assertThat(search(database, "Eta")).hasSize(60);
        } finally {
            database.jdbc()
                    .sql("update company set name = 'Zeta 100%', name_key = 'zeta 100%' where id = 'C1'")
                    .update();
        }
    }

    private static List<String> walk(CaseDatabase database, Order order, boolean back) {
        List<String> seen = new ArrayList<>();
        Position from = null;
        CasePage page = database.side(Side.PROVIDER).find(query(null, null, null, "", order, null, 7));
        while (!back) {
            seen.addAll(numbers(page.cases()));
            if (page.next() == null) {
                return seen;
            }
            page = database.side(Side.PROVIDER)
                    .find(query(null, null, null, "", order, new Position(page.next(), false), 7));
        }
        while (page.next() != null) {
            page = database.side(Side.PROVIDER)
                    .find(query(null, null, null, "", order, new Position(page.next(), false), 7));
        }
        while (page.previous() != null) {
            from = new Position(page.previous(), true);
            page = database.side(Side.PROVIDER).find(query(null, null, null, "", order, from, 7));
            List<String> numbers = new ArrayList<>(numbers(page.cases()));
            Collections.reverse(numbers);
            seen.addAll(numbers);
        }
        Collections.reverse(seen);
        return seen;
    }

    private static List<String> search(CaseDatabase database, String text) {
        return numbers(find(database, query(null, null, null, text, Order.NEWEST, null, 100)));
    }

    private static CasePage find(CaseDatabase database, Order order, @Nullable Position from) {
        return database.side(Side.PROVIDER).find(query(null, null, null, "", order, from, 100));
    }

    private static List<Case> find(CaseDatabase database, CaseQuery query) {
        return database.side(Side.PROVIDER).find(query).cases();
    }

    private static CaseQuery query(
            @Nullable String contact,
            @Nullable Group group,
            @Nullable String state,
            String text,
            Order order,
            @Nullable Position from,
            int limit) {
        return new CaseQuery(contact, null, group, state, text, order, from, limit);
    }

    private static List<String> numbers(List<Case> cases) {
        return cases.stream().map(Case::number).toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void countsForMetricsWhoseTurnItIs(CaseDatabase database) {
        Map<SampledGauge, Double> sample = database.bean(SampleSource.class).sample();

        assertThat(sample.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name() + " "
                                        + entry.getKey().tags().stream()
                                                .map(Tag::getValue)
                                                .collect(Collectors.joining(" ")),
                                Map.Entry::getValue)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "service-exchange.onboardings provider us", 6.0,
                        "service-exchange.onboardings provider them", 36.0,
                        "service-exchange.onboardings.oldest.seconds provider us", 727_200.0,
                        "service-exchange.onboardings.oldest.seconds provider them", 727_200.0));
        assertThat(database.bean(SampleSource.class).gauges()).hasSize(12).containsAll(sample.keySet());
    }
}
