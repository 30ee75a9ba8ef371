package org.serviceexchange.platform.store;

import java.sql.ResultSetMetaData;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.serviceexchange.api.ApiToken;
import org.serviceexchange.api.ApiTokens;
import org.serviceexchange.api.Scope;
import org.serviceexchange.api.ServiceUser;
import org.serviceexchange.block.field.OwnField;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.DirectoryRows;
import org.serviceexchange.directory.RoleGrants;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.Waiver;
import org.serviceexchange.provider.validation.Waivers;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Every protected table with one row, written by the real stores. */
final class ProtectedWorld {

    static final String REGISTRATION = TestRegistrations.NUMBER;
    static final String OTHER_REGISTRATION = "REG0001002";

    /** For each table, an edit that changes what is decided. */
    static final Map<String, String> DECIDES = Map.of(
            "consumer_registration", "contact_id = 'eve'",
            "provider_connection", "outbound_active = true",
            "contact", "company_id = 'C2'",
            "api_token", "scope = 'WRITE'",
            "role_grant", "group_id = 'admin'",
            "consumer_check_waiver", "consumer_url = 'https://evil.example'",
            "own_field", "fields = '[]'");

    private static final String WAIVED = "https://consumer.example.com";
    private static final String TOKEN = "TOK0001001";
    private static final String STORES =
            ".*\\.store\\.Jdbc(Registrations|ProviderConnections|Directory|ApiTokens|RoleGrants|Waivers|OwnFields)";
    private static final List<String> MIGRATIONS = List.of(
            "V10__instance",
            "V11__directory",
            "V50__consumer_registration",
            "V60__consumer",
            "V70__registrations_as_cases",
            "V71__connections_as_cases",
            "V73__connection_reason_as_phrase",
            "V74__api",
            "V76__contact_language",
            "V91__consumer_check_waiver",
            "V106__record_proofs",
            "V107__role_grants",
            "V114__revoked_roles",
            "V116__protected_waivers",
            "V120__registration_state",
            "V121__connection_state",
            "V145__link_unsent",
            "V170__registration_approvals",
            "V172__own_fields",
            "V190__connection_approvals");

    private final DataSource database;
    private final JdbcClient jdbc;
    private final ProtectedTables tables;
    private final RefusedRecords refused = new RefusedRecords();
    private final GenericApplicationContext context = new GenericApplicationContext();

    ProtectedWorld(DataSource database) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        makeTables();
        tables = TestTables.of(database, refused);
        context.registerBean(PeerNews.class, () -> (side, number) -> {});
        context.registerBean(ProtectedTables.class, () -> tables);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> Clock.fixed(TestRegistrations.NOW, ZoneOffset.UTC));
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(STORES)));
        scanner.scan("org.serviceexchange");
        context.refresh();
        fill();
    }

    private void makeTables() {
        Stream.of(
                        "consumer_registration",
                        "provider_connection",
                        "provider_record",
                        "contact",
                        "company",
                        "consumer_check_waiver",
                        "api_token",
                        "idempotent_answer",
                        "number_range",
                        "record_proof",
                        "record_seal",
                        "role_grant",
                        "act_id_membership",
                        "act_id_user",
                        "kept",
                        "own_field")
                .forEach(table ->
                        jdbc.sql("drop table if exists " + table + " cascade").update());
        jdbc.sql("create table act_id_user (id_ varchar(64) primary key, first_ varchar(255), last_ varchar(255),"
                        + " email_ varchar(255))")
                .update();
        jdbc.sql("create table act_id_membership (user_id_ varchar(64), group_id_ varchar(64))")
                .update();
        new ResourceDatabasePopulator(MIGRATIONS.stream()
                        .map(name -> new ClassPathResource("db/migration/" + name + ".sql"))
                        .toArray(Resource[]::new))
                .execute(database);
        jdbc.sql(
                        "insert into company (id, name, name_key, active) values ('C1', 'One', 'one', true), ('C2', 'Two', 'two', true)")
                .update();
        jdbc.sql("insert into act_id_user (id_, first_, last_) values ('abel', 'Abel', 'Tuter')")
                .update();
    }

    private void fill() {
        bean(Registrations.class).add(TestRegistrations.open());
        bean(ProviderConnections.class).add(TestConnections.opened());
        bean(DirectoryRows.class).addContact("abel", "C1");
        bean(ApiTokens.class)
                .add(
                        new ApiToken(
                                TOKEN,
                                new ServiceUser("crm"),
                                Scope.READ,
                                "admin",
                                TestRegistrations.NOW,
                                TestRegistrations.NOW.plus(Duration.ofDays(9)),
                                null,
                                null),
                        "hash",
                        "proof");
        bean(Waivers.class).keep(waiver("admin"));
        bean(OwnFields.class).keep(REGISTRATION, List.of(new OwnField("own_order", "Order", "4711")));
        jdbc.sql("insert into act_id_membership values ('abel', 'contact')").update();
        grants().grant("abel", List.of("contact"));
    }

    /** As another start of the application does. */
    void start() {
        ProtectedTables next = TestTables.of(database);
        next.protect("consumer_registration", "number", "name_key");
        next.protect("provider_connection", "number");
        next.protect("contact", "user_id");
        next.protect("api_token", "number", "last_used_at");
        next.protect("role_grant", "id");
        next.protect("consumer_check_waiver", "registration");
        next.protect("own_field", "record");
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    RoleGrants grants() {
        return bean(RoleGrants.class);
    }

    List<ProtectedTable> tables() {
        return tables.all().stream()
                .filter(ProtectedTable.class::isInstance)
                .map(ProtectedTable.class::cast)
                .toList();
    }

    List<ProtectedTable> changeable() {
        return tables().stream()
                .filter(table -> !Set.of("role_grant", "own_field").contains(table.name()))
                .toList();
    }

    ProtectedRecords memberships() {
        return bean(ProtectedRecords.class);
    }

    List<RecordFinding> refused() {
        return refused.all();
    }

    /** Columns with their types, in lower case. */
    Map<String, Integer> columns(String table) {
        return jdbc.sql("select * from " + table).query(row -> {
            Map<String, Integer> columns = new LinkedHashMap<>();
            ResultSetMetaData labels = row.getMetaData();
            for (int i = 1; i <= labels.getColumnCount(); i++) {
                columns.put(labels.getColumnLabel(i).toLowerCase(Locale.ROOT), labels.getColumnType(i));
            }
            return columns;
        });
    }

    void keepCopy(String table) {
        jdbc.sql("drop table if exists kept").update();
        jdbc.sql("create table kept as select * from " + table).update();
    }

    void putCopyBack(String table) {
        jdbc.sql("delete from " + table).update();
        jdbc.sql("insert into " + table + " select * from kept").update();
    }

    /** What becomes of reading the row through its store: "read", "none", or the code of the problem. */
    String read(String table) {
        try {
            boolean there = switch (table) {
                case "consumer_registration" ->
                    bean(Registrations.class).find(REGISTRATION).isPresent();
                case "provider_connection" ->
                    bean(ProviderConnections.class).find(TestConnections.NUMBER).isPresent();
                case "contact" -> bean(Directory.class).contact("abel").isPresent();
                case "consumer_check_waiver" -> bean(Waivers.class).exists(REGISTRATION, WAIVED);
                case "api_token" -> bean(ApiTokens.class).find(TOKEN).isPresent();
                case "own_field" -> !bean(OwnFields.class).of(REGISTRATION).isEmpty();
                default -> grants().groupsOf("abel").equals(Set.of("contact"));
            };
            return there ? "read" : "none";
        } catch (Problem refusedToRead) {
            return refusedToRead.code().name();
        }
    }

    void change(String table) {
        switch (table) {
            case "consumer_registration" -> bean(Registrations.class).save(TestRegistrations.cancelled());
            case "provider_connection" -> {
                ProviderConnection connection = bean(ProviderConnections.class).lock(TestConnections.NUMBER);
                connection.close(LocalizedMessage.of("consumer.reason.cancelled"));
                bean(ProviderConnections.class).save(connection);
            }
            case "contact" -> {
                bean(DirectoryRows.class).changeContact("abel", "C2", false);
                bean(DirectoryRows.class).changeLanguage("abel", Locale.GERMAN);
            }
            case "api_token" -> bean(ApiTokens.class).revoke(TOKEN, "admin", TestRegistrations.NOW);
            case "consumer_check_waiver" -> bean(Waivers.class).keep(waiver("another.admin"));
            default -> throw new IllegalArgumentException(table);
        }
    }

    private static Waiver waiver(String by) {
        return new Waiver(REGISTRATION, WAIVED, by, TestRegistrations.NOW);
    }

    void addAnotherRegistration() {
        bean(Registrations.class)
                .add(Registration.requested(new RegistrationRequest(
                        OTHER_REGISTRATION,
                        "C1",
                        "abel",
                        "https://other.example.com",
                        "paula",
                        TestRegistrations.NOW)));
    }

    String lockRegistration(String number) {
        return bean(Registrations.class).lock(number).number();
    }

    List<String> listedRegistrations() {
        return bean(RegistrationPages.class).registrations(null, "ZZZ", 9).stream()
                .map(Registration::number)
                .toList();
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
