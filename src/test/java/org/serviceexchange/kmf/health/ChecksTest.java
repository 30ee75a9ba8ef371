package org.serviceexchange.kmf.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport.ComponentHealth;
import org.serviceexchange.kmf.KmfBecameOperational;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.kmf.keyring.KeyLifeCycle;
import org.serviceexchange.kmf.keyring.KeyState;
import org.serviceexchange.platform.message.DateTimeFormats;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every component in good and bad health, by manipulating the KMF's database, files and clock. */
class ChecksTest {

    private static final MovableClock CLOCK = MovableClock.running();
    private static final List<KmfBecameOperational> EVENTS = new ArrayList<>();

    @TempDir
    static Path home;

    static DataSource database;
    static AnnotationConfigApplicationContext kmf;

    KmfHealth health = kmf.getBean(KmfHealth.class);
    ModuleKeys modules = kmf.getBean(ModuleKeys.class);
    JdbcClient jdbc = JdbcClient.create(database);

    @BeforeAll
    static void start() {
        database = KmfContext.emptyDatabase("checks-" + UUID.randomUUID());
        kmf = KmfContext.start(database, home, CLOCK);
        kmf.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof KmfBecameOperational operational) {
                EVENTS.add(operational);
            }
        });
        JdbcClient.create(database)
                .sql("create table untouched as select * from kmf_key")
                .update();
    }

    @AfterEach
    void undo() throws Exception {
        jdbc.sql("delete from kmf_key").update();
        jdbc.sql("insert into kmf_key select * from untouched").update();
        Files.setPosixFilePermissions(home.resolve("key-store.bcfks"), PosixFilePermissions.fromString("rw-------"));
        CLOCK.set(Duration.ZERO);
        health.runAgain();
        assertThat(health.runAgain().overall()).isEqualTo(Health.OPERATIONAL);
    }

    @AfterAll
    static void stop() {
        kmf.close();
    }

    @Test
    void fileKeyStoreIsDegradedIfOthersMayReadIt() throws Exception {
        Path store = home.resolve("key-store.bcfks");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r-----"));
        assertFound(
                "File Key Store",
                Health.DEGRADED,
                "Others than the owner may read or write " + store + "; set its mode to 0600.");
    }

    @Test
    void fileKeyStoreIsInMalfunctionIfItIsMissingOrDamaged() throws Exception {
        Path store = home.resolve("key-store.bcfks");
        byte[] content = Files.readAllBytes(store);
        Files.delete(store);
        assertFound(
                "File Key Store",
                Health.MALFUNCTION,
                "The database holds keys, but their key store " + store + " does not exist. Restore the file from the"
                        + " backup, or copy it from another node, and start again; it is never made anew next to"
                        + " existing keys.");
        Files.write(store, new byte[] {1, 2, 3});
        assertFound(
                "File Key Store",
                Health.MALFUNCTION,
                "The key store " + store + " does not open: the passphrase is wrong or the file is damaged. Give the"
                        + " passphrase it was made with (service-exchange.kmf.passphrase-file, or"
                        + " SERVICE_EXCHANGE_KMF_PASSPHRASE), or restore file and passphrase from the backup, and"
                        + " start again.");
        Files.write(store, content);
    }

    @Test
    void oldKeysAreDegradedOrExpired() {
        CLOCK.set(Duration.ofDays(730).minusDays(10));
        assertFound(
                "Instance signature key",
                Health.DEGRADED,
                "The key expires on " + expiry("signature") + "; rotate it.");
        assertFound(
                "Instance encryption key",
                Health.DEGRADED,
                "The key expires on " + expiry("encryption") + "; rotate it.");
        CLOCK.set(Duration.ofDays(731));
        assertFound("Instance signature key", Health.MALFUNCTION, "The key has expired; rotate it.");
        assertFound("Instance encryption key", Health.MALFUNCTION, "The key has expired; rotate it.");
        assertFound(
                "Instance key encryption key",
                Health.DEGRADED,
                "The key wraps and unwraps, but is older than its life; rotate it.");
        assertFound("Instance encrypter", Health.DEGRADED, "The old version 1 is in use; rotate it.");
        assertFound(
                "Instance record key",
                Health.DEGRADED,
                "The key authenticates records, but is older than its life; rotate it.");
        CLOCK.set(Duration.ofDays(1096));
        assertFound("File Key Store", Health.DEGRADED, "The key store is 1,096 days old; plan a new root key.");
    }

    @ParameterizedTest
    @CsvSource({
        "key-encryption, Instance key encryption key",
        "signature, Instance signature key",
        "encryption, Instance encryption key",
        "encrypter, Instance encrypter",
        "record, Instance record key",
        "hmac, Instance HMAC key"
    })
    void aMissingKeyIsAMalfunction(String purpose, String component) {
        jdbc.sql("delete from kmf_key where purpose = ?").param(purpose).update();
        assertFound(
                component,
                Health.MALFUNCTION,
                "There is no usable key for instance " + purpose
                        + ". Open Key Management, Health (Diagnostics) to see what is missing.");
        assertThatThrownBy(health::requireOperational).hasMessageContaining(component + " (malfunction)");
    }

    @ParameterizedTest
    @CsvSource({
        "signature, Instance signature key",
        "encryption, Instance encryption key",
        "encrypter, Instance encrypter",
        "record, Instance record key",
        "key-encryption, Instance key encryption key"
    })
    void anEditedKeyIsAMalfunctionOfItselfAndOfTheHmacKey(String purpose, String component) {
        String id = id(purpose);
        jdbc.sql("update kmf_key set expires_at = expires_at + interval '1' day where purpose = ?")
                .param(purpose)
                .update();
        assertFound(
                component,
                Health.MALFUNCTION,
                "The row of key " + id + " was changed outside this application."
                        + " Restore the row from a backup, and find out who changed it.");
        assertFound(
                "Instance HMAC key",
                Health.MALFUNCTION,
                "Changed outside this application: instance " + purpose + ". Restore the rows from a backup.");
    }

    @Test
    void everyColumnOfAKeyIsAuthenticated() {
        modules.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[32]);
        modules.activate("CCN0001001", "inbound", "k");
        for (String edit : List.of(
                "module = 'CCN0001002'",
                "purpose = 'outbound'",
                "algorithm = 'none'",
                "version = 2",
                "state = 'SUSPENDED'",
                "wrapped_by = 'irk-1'",
                "wrapped = X'00'",
                "public_part = X'00'",
                "sentinel = X'00'",
                "created_at = created_at + interval '1' second",
                "state_since = state_since + interval '1' second",
                "expires_at = expires_at + interval '1' second",
                "authentication = X'00'",
                "id = 'another'")) {
            jdbc.sql("create table before_edit as select * from kmf_key").update();
            jdbc.sql("update kmf_key set " + edit + " where module = 'CCN0001001'")
                    .update();
            assertThat(found("Instance HMAC key").health()).as(edit).isEqualTo(Health.MALFUNCTION);
            jdbc.sql("delete from kmf_key").update();
            jdbc.sql("insert into kmf_key select * from before_edit").update();
            jdbc.sql("drop table before_edit").update();
        }
        assertThat(found("Instance HMAC key").health()).isEqualTo(Health.OPERATIONAL);
    }

    @Test
    void eachReportExaminesAllKeysIfTheyAreFew() {
        for (String module : List.of("CCN0001001", "CCN0001002", "CCN0001003")) {
            modules.add(module, "inbound", "AES-256-GCM", "k", new byte[32]);
            modules.activate(module, "inbound", "k");
            assertFound(
                    "Module keys",
                    Health.OPERATIONAL,
                    "The active module keys of this check unwrap (" + module.charAt(9) + ").");
        }
        jdbc.sql("update kmf_key set version = 2 where module = 'CCN0001001'").update();
        assertThat(found("Instance HMAC key").health()).isEqualTo(Health.MALFUNCTION);
    }

    @Test
    void aRowPutInThePlaceOfAnotherIsFound() {
        modules.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[32]);
        modules.activate("CCN0001001", "inbound", "k");
        modules.add("CCN0001002", "inbound", "AES-256-GCM", "k", new byte[32]);
        modules.activate("CCN0001002", "inbound", "k");
        jdbc.sql("""
                update kmf_key set (wrapped, authentication) =
                    (select wrapped, authentication from kmf_key where module = 'CCN0001002')
                where module = 'CCN0001001'
                """).update();
        assertFound(
                "Instance HMAC key",
                Health.MALFUNCTION,
                "Changed outside this application: CCN0001001 inbound. Restore the rows from a backup.");
        assertThatThrownBy(() -> modules.use("CCN0001001", "inbound", key -> key))
                .hasMessageContaining("was changed outside this application");
    }

    @Test
    void moduleKeysAreInMalfunctionWithoutAnActiveOne() {
        String id = modules.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[32]);
        assertFound("Module keys", Health.OPERATIONAL, "The active module keys of this check unwrap (0).");
        modules.activate("CCN0001001", "inbound", "k");
        assertFound("Module keys", Health.OPERATIONAL, "The active module keys of this check unwrap (1).");
        kmf.getBean(KeyLifeCycle.class).move(id, KeyState.SUSPENDED);
        assertFound("Module keys", Health.MALFUNCTION, "Not exactly one Active key: CCN0001001 inbound.");
        modules.destroyAll("CCN0001001");
        assertFound("Module keys", Health.OPERATIONAL, "The active module keys of this check unwrap (0).");
    }

    @Test
    void oldModuleKeysAreTheAffairOfTheirModule() {
        modules.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[32]);
        modules.activate("CCN0001001", "inbound", "k");
        CLOCK.set(Duration.ofDays(730 - 10));
        assertFound("Module keys", Health.OPERATIONAL, "The active module keys of this check unwrap (1).");
        CLOCK.set(Duration.ofDays(730 + 10));
        assertFound("Module keys", Health.OPERATIONAL, "The active module keys of this check unwrap (1).");
    }

    @Test
    void theClockIsComparedWithTheDatabase() {
        CLOCK.set(Duration.ofSeconds(5));
        assertThat(found("Clock").health()).isEqualTo(Health.DEGRADED);
        CLOCK.set(Duration.ofSeconds(-3));
        assertFound("Clock", Health.DEGRADED, "The clock of this machine went back by 7 seconds.");
        CLOCK.set(Duration.ofSeconds(-30));
        assertThat(found("Clock").health()).isEqualTo(Health.MALFUNCTION);
        assertThat(found("Clock").message().inDefault()).startsWith("The clocks of machine and database differ by ");
    }

    @Test
    void tellsThoseWhoWaitThatItIsOperationalAgain() {
        health.runAgain();
        EVENTS.clear();
        health.runAgain();
        assertThat(EVENTS).isEmpty();
        jdbc.sql("delete from kmf_key where purpose = 'encrypter'").update();
        health.runAgain();
        assertThat(EVENTS).isEmpty();
        jdbc.sql("insert into kmf_key select * from untouched where purpose = 'encrypter'")
                .update();
        health.runAgain();
        assertThat(EVENTS).hasSize(1);
    }

    @Test
    void aDatabaseWithoutTablesIsAMalfunctionOfAll() {
        jdbc.sql("alter table kmf_key rename to hidden").update();
        assertThat(health.runAgain().overall()).isEqualTo(Health.MALFUNCTION);
        jdbc.sql("alter table hidden rename to kmf_key").update();
    }

    @Test
    void useNeverTakesAnEditedRow() {
        jdbc.sql("update kmf_key set version = 3 where purpose = 'encrypter'").update();
        assertThatThrownBy(() -> kmf.getBean(Sealing.class).seal("purpose", "id", new byte[1]))
                .hasMessageContaining("was changed outside this application");
    }

    private String expiry(String purpose) {
        return jdbc.sql("select expires_at from kmf_key where purpose = ?")
                .param(purpose)
                .query((row, number) -> DateTimeFormats.inWords(
                        row.getObject(1, OffsetDateTime.class).toInstant(), Locale.ENGLISH))
                .single();
    }

    private String id(String purpose) {
        return jdbc.sql("select id from kmf_key where purpose = ?")
                .param(purpose)
                .query(String.class)
                .single();
    }

    private void assertFound(String component, Health expected, String message) {
        ComponentHealth found = found(component);
        assertThat(found.message().inDefault()).isEqualTo(message);
        assertThat(found.health()).isEqualTo(expected);
    }

    private ComponentHealth found(String component) {
        return health.runAgain().components().stream()
                .filter(candidate -> candidate.component().inDefault().equals(component))
                .findFirst()
                .orElseThrow();
    }
}
