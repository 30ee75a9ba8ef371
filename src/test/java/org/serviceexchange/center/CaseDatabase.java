package org.serviceexchange.center;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.TestTables;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables of both sides in an empty database, with their stores. */
public final class CaseDatabase {

    public static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    private static final Pattern STORES = Pattern.compile(
            ".*\\.web\\.\\w+Cases|.*\\.store\\.(JdbcCaseTables|WaitingCases|WaitingSamples|JdbcRegistrations|JdbcProviderConnections|SilentSince|JdbcHeartbeatRows|JdbcSuspensions)");

    private final JdbcClient jdbc;
    private final String product;
    private final Map<Side, CaseSource> sources;
    private final DataSource database;
    private final ProtectedTables tables;
    private final GenericApplicationContext context;

    public CaseDatabase(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName();
        }
        this.database = database;
        jdbc = JdbcClient.create(database);
        tables = TestTables.empty(database);
        for (String table : new String[] {
            "api_token",
            "idempotent_answer",
            "heartbeat",
            "connection_suspension",
            "consumer_registration",
            "provider_connection",
            "provider_record",
            "contact",
            "company",
            "number_range",
            "act_id_user",
            "kmf_key",
            "act_ru_incident",
            "act_ru_task",
            "act_ru_execution"
        }) {
            jdbc.sql("drop table if exists " + table + " cascade").update();
        }
        jdbc.sql("create table act_id_user (id_ varchar(64) primary key, first_ varchar(255), last_ varchar(255))")
                .update();
        jdbc.sql("create table act_ru_execution (id_ varchar(64) primary key, business_key_ varchar(255))")
                .update();
        jdbc.sql("create table act_ru_incident (id_ varchar(64) primary key, incident_type_ varchar(255),"
                        + " proc_inst_id_ varchar(64))")
                .update();
        jdbc.sql(
                        "create table act_ru_task (id_ varchar(64) primary key, name_ varchar(255), task_def_key_ varchar(255),"
                                + " proc_inst_id_ varchar(64))")
                .update();
        jdbc.sql("create table kmf_key (id varchar(36) primary key, module varchar(64), active_slot varchar(6),"
                        + " expires_at timestamp(6) with time zone)")
                .update();
        jdbc.sql("create index kmf_key_expiry on kmf_key (active_slot, expires_at)")
                .update();
        populate(database, "V10__instance", "V11__directory", "V50__consumer_registration", "V60__consumer");
        populate(database, "V70__registrations_as_cases", "V71__connections_as_cases", "V74__api");
        populate(
                database,
                "V120__registration_state",
                "V145__link_unsent",
                "V121__connection_state",
                "V170__registration_approvals",
                "V190__connection_approvals");
        populate(database, "V125__heartbeat", "V117__connection_suspension", "V160__connections_at_a_glance");
        populate(database, "V164__health_of_connections");
        context = context(database, tables);
        sources = context.getBeansOfType(CaseSource.class).values().stream()
                .collect(Collectors.toMap(CaseSource::side, source -> source));
    }

    private static void populate(DataSource database, String... migrations) {
        Resource[] scripts = Arrays.stream(migrations)
                .map(name -> new ClassPathResource("db/migration/" + name + ".sql"))
                .toArray(Resource[]::new);
        new ResourceDatabasePopulator(scripts).execute(database);
    }

    private static GenericApplicationContext context(DataSource database, ProtectedTables tables) {
        var context = new GenericApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(ProtectedTables.class, () -> tables);
        context.registerBean(KmfHealth.class, () -> Mockito.mock(KmfHealth.class));
        // Asked for the names of approvals only, of which no case here has one
        for (String diagram : List.of("registrationDiagram", "connectionDiagram")) {
            context.registerBean(diagram, ProcessDiagram.class, () -> Mockito.mock(ProcessDiagram.class));
        }
        context.registerBean(PeerNews.class, () -> (side, number) -> {});
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(
                HeartbeatSettings.class,
                () -> new HeartbeatSettings(Duration.ofMinutes(5), 100, Duration.ofSeconds(2)));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(STORES));
        scanner.scan("org.serviceexchange");
        context.refresh();
        return context;
    }

    /** What the stores are made of. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public CaseSource side(Side side) {
        return sources.get(side);
    }

    /**
     * Runs a statement in which <code>{numbers}</code> stands for a table {@code n} of the numbers {@code x} from 1 to
     * {@code rows}, and proves all rows as they are then.
     */
    public void fill(String sql, int rows) {
        String numbers = product().equals("H2")
                ? "(select x from system_range(1, " + rows + ")) n"
                : "(select x from generate_series(1, " + rows + ") s(x)) n";
        jdbc.sql(sql.replace("{numbers}", numbers)).update();
        prove();
    }

    private void prove() {
        TestTables.sealAnew(database, "consumer_registration", "provider_connection");
    }

    /** Name of the database product, such as H2. */
    public String product() {
        return product;
    }
}
