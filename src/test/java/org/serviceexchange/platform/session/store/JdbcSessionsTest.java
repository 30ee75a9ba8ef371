package org.serviceexchange.platform.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.AtOnce;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes with one database. */
class JdbcSessionsTest {

    private static final String PERSON = "SPRING_SECURITY_CONTEXT";
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final MovableClock clock = MovableClock.standing();
    private JdbcClient jdbc;
    private JdbcSessions one;
    private JdbcSessions other;

    static List<DataSource> databases() {
        return BothDatabases.named("browser_sessions");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areKnownToEveryNodeWithWhatEachChanged(DataSource database) {
        String id = begin(database);
        KeptSession there = found(other, id);
        assertThat(there.<String>getAttribute("page")).isEqualTo("first");
        there.setAttribute("page", "second");
        there.setAttribute("more", List.of(1L));
        other.save(there);
        KeptSession here = found(one, id);
        assertThat(here.getAttributeNames()).containsExactlyInAnyOrder(PERSON, "page", "more");
        assertThat(here.<String>getAttribute("page")).isEqualTo("second");
        here.removeAttribute("page");
        here.removeAttribute("never there");
        one.save(here);
        assertThat(found(other, id).getAttributeNames()).containsExactlyInAnyOrder(PERSON, "more");
    }

    @Guarantee(of = JdbcSessions.class, says = "Nothing is kept for a browser in which nobody is logged in.")
    @ParameterizedTest
    @MethodSource("databases")
    void keepNothingForNobody(DataSource database) {
        start(database);
        KeptSession anonymous = one.createSession();
        anonymous.setAttribute("page", "first");
        one.save(anonymous);
        assertThat(rows()).isZero();
        String id = logIn();
        KeptSession left = found(other, id);
        left.removeAttribute(PERSON);
        other.save(left);
        assertThat(rows()).isZero();
    }

    @Guarantee(
            of = JdbcSessions.class,
            says =
                    "A session that was ended on one node is not written again by a request that another node still works on.")
    @ParameterizedTest
    @MethodSource("databases")
    void stayEnded(DataSource database) {
        String id = begin(database);
        KeptSession slow = found(other, id);
        KeptSession renewed = found(other, id);
        one.deleteById(id);
        slow.setAttribute("page", "late");
        other.save(slow);
        renewed.changeSessionId();
        other.save(renewed);
        assertThat(rows()).isZero();
        assertThat(jdbc.sql("select count(*) from browser_session_value")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void getANewIdWithAllTheyHold(DataSource database) {
        String former = begin(database);
        KeptSession session = found(one, former);
        String id = session.changeSessionId();
        one.save(session);
        assertThat(other.findById(former)).isNull();
        assertThat(found(other, id).<String>getAttribute("page")).isEqualTo("first");
        assertThat(found(other, id).hasPerson()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void noteTheirUseOnceAMinuteAndEndUnused(DataSource database) {
        String id = begin(database);
        Object begun = expiry();
        clock.move(Duration.ofSeconds(59));
        one.save(found(one, id));
        assertThat(expiry()).isEqualTo(begun);
        clock.move(Duration.ofSeconds(1));
        one.save(found(one, id));
        assertThat(expiry()).isNotEqualTo(begun);
        clock.move(TIMEOUT.minusSeconds(1));
        assertThat(one.findById(id)).isNotNull();
        clock.move(Duration.ofSeconds(1));
        assertThat(one.findById(id)).isNull();
        var housekeeping = new SessionHousekeeping().browserSessionHousekeeping(jdbc);
        assertThat(housekeeping.run(clock.instant())).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void writeNothingThatStaysTheSame(DataSource database) {
        String id = begin(database);
        List<String> before = sealed();
        KeptSession session = found(one, id);
        session.setAttribute("page", "first");
        one.save(session);
        assertThat(sealed()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void costOneStatementUnlessSomethingChanges(DataSource database) {
        String id = begin(database);
        JdbcSessions counted =
                node(ProxyDataSourceBuilder.create(database).countQuery().build());
        QueryCountHolder.clear();
        KeptSession session = found(counted, id);
        session.setAttribute("page", session.getAttribute("page"));
        counted.save(session);
        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(1);
        session.setAttribute("page", "second");
        counted.save(session);
        counted.save(session);
        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takeTheSameNewValueFromRequestsAtOnce(DataSource database) throws InterruptedException {
        String id = begin(database);
        assertThat(AtOnce.failures(() -> {
                    KeptSession session = found(one, id);
                    session.setAttribute("token", "same");
                    one.save(session);
                    return null;
                }))
                .isEmpty();
        assertThat(found(other, id).<String>getAttribute("token")).isEqualTo("same");
    }

    @Guarantee(
            of = SessionValues.class,
            says = "A value that cannot be read, such as one that another version wrote, is left out.")
    @ParameterizedTest
    @MethodSource("databases")
    void leaveOutWhatTheyCannotRead(DataSource database) {
        String id = begin(database);
        write(id, "page", "not an object".getBytes(StandardCharsets.UTF_8));
        KeptSession session = found(one, id);
        assertThat(session.hasPerson()).isTrue();
        assertThat(session.<Object>getAttribute("page")).isNull();
        one.save(session);
        assertThat(found(one, id).getAttributeNames()).containsExactly(PERSON);

        write(id, PERSON, new byte[] {1, 2, 3});
        KeptSession unknown = found(one, id);
        assertThat(unknown.hasPerson()).isFalse();
        one.save(unknown);
        assertThat(rows()).as("the person logs in again").isZero();
    }

    @Guarantee(of = SessionValues.class, says = "Only objects of listed classes are read.")
    @ParameterizedTest
    @MethodSource("databases")
    void readListedClassesOnly(DataSource database) {
        start(database);
        byte[] harmful = SessionValues.bytes("page", new File("harmful")).orElseThrow();
        assertThat(SessionValues.object("page", harmful)).isEmpty();
        byte[] listed =
                SessionValues.bytes("page", new ArrayList<>(List.of("a"))).orElseThrow();
        assertThat(SessionValues.object("page", listed)).contains(List.of("a"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goOnWithoutWhatCannotBeWritten(DataSource database) {
        String id = begin(database);
        KeptSession session = found(one, id);
        session.setAttribute("page", new Object());
        session.setAttribute("other", "kept");
        one.save(session);
        assertThat(found(one, id).<String>getAttribute("other")).isEqualTo("kept");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void holdNothingInClear(DataSource database) {
        begin(database);
        assertThat(sealed()).hasSize(2).noneMatch(value -> value.contains("first"));
    }

    private String begin(DataSource database) {
        start(database);
        return logIn();
    }

    private String logIn() {
        KeptSession session = one.createSession();
        session.setAttribute(PERSON, new SecurityContextImpl());
        session.setAttribute("page", "first");
        one.save(session);
        return session.getId();
    }

    private void start(DataSource database) {
        jdbc = JdbcClient.create(database);
        for (String table : List.of("browser_session_value", "browser_session")) {
            jdbc.sql("drop table if exists " + table + " cascade").update();
        }
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V180__browser_sessions.sql"))
                .execute(database);
        one = node(database);
        other = node(database);
    }

    private JdbcSessions node(DataSource database) {
        return new JdbcSessions(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                new MirrorSeal(),
                clock,
                TIMEOUT);
    }

    private static KeptSession found(JdbcSessions node, String id) {
        return Objects.requireNonNull(node.findById(id));
    }

    private void write(String id, String name, byte[] value) {
        var seal = new MirrorSeal();
        jdbc.sql("update browser_session_value set sealed = :sealed where session_id = :id and name = :name")
                .params(Map.of("sealed", seal.seal(id, name, value), "id", seal.row(id), "name", name))
                .update();
    }

    private int rows() {
        return jdbc.sql("select count(*) from browser_session")
                .query(Integer.class)
                .single();
    }

    private Object expiry() {
        return jdbc.sql("select expires_at from browser_session")
                .query(OffsetDateTime.class)
                .single();
    }

    private List<String> sealed() {
        return jdbc.sql("select sealed from browser_session_value order by name")
                .query((row, index) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
    }
}
