package org.serviceexchange.kmf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.store.RecordMac;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordKeysTest {

    private static final byte[] RECORD = {1, 2, 3};

    @TempDir
    Path home;

    DataSource database;
    JdbcClient jdbc;

    @BeforeEach
    void emptyDatabase() {
        database = KmfContext.emptyDatabase("record-" + UUID.randomUUID());
        jdbc = JdbcClient.create(database);
    }

    @Guarantee(of = RecordMac.class, says = "A tag of one purpose never verifies for another purpose or other bytes.")
    @Test
    void verifiesWhatItAuthenticatedAndNothingElse() {
        try (var kmf = start()) {
            RecordMac mac = kmf.getBean(RecordMac.class);
            byte[] tag = mac.mac("registration", RECORD);
            assertThat(tag).hasSize(36);
            assertThat(mac.verify("registration", RECORD, tag)).isTrue();
            assertThat(mac.verify("connection", RECORD, tag)).isFalse();
            assertThat(mac.verify("registration", new byte[] {1, 2}, tag)).isFalse();
            assertThat(mac.verify("registratio", new byte[] {'n', 1, 2, 3}, tag))
                    .isFalse();
            for (int i = 0; i < tag.length; i++) {
                byte[] flipped = tag.clone();
                flipped[i] ^= 1;
                assertThat(mac.verify("registration", RECORD, flipped))
                        .as("byte %s", i)
                        .isFalse();
            }
            assertThat(mac.verify("registration", RECORD, new byte[0])).isFalse();
        }
    }

    @Guarantee(
            of = RecordMac.class,
            says = "A tag still verifies after the key was rotated, until the version that made it is suspended,"
                    + " compromised or destroyed.")
    @Test
    void aRotationAddsATermAndTheOldOneStillVerifies() {
        try (var one = start();
                var other = startWithCache()) {
            RecordMac mac = one.getBean(RecordMac.class);
            RecordMac onOtherNode = other.getBean(RecordMac.class);
            byte[] before = mac.mac("token", RECORD);
            assertThat(onOtherNode.verify("token", RECORD, before)).isTrue();

            one.getBean(KeyLifeCycle.class).rotate(KeyName.RECORD);
            byte[] after = mac.mac("token", RECORD);
            assertThat(after).isNotEqualTo(before);
            assertThat(mac.verify("token", RECORD, before)).isTrue();
            assertThat(onOtherNode.verify("token", RECORD, after))
                    .as("a node that has the rows of before in its cache")
                    .isTrue();

            KeyRow old = one.getBean(KeyLifeCycle.class).instanceKeys().stream()
                    .filter(row -> row.name().equals(KeyName.RECORD) && row.version() == 1)
                    .findFirst()
                    .orElseThrow();
            one.getBean(KeyLifeCycle.class).move(old.id(), KeyState.COMPROMISED);
            assertThat(mac.verify("token", RECORD, before)).isFalse();
            assertThat(mac.verify("token", RECORD, after)).isTrue();
        }
    }

    @Test
    void aRevocationCountsOnAnotherNodeWithinFifteenSeconds() {
        MovableClock clock = MovableClock.standing();
        try (var one = start();
                var other = startWithCache(clock)) {
            RecordMac onOtherNode = other.getBean(RecordMac.class);
            byte[] before = one.getBean(RecordMac.class).mac("token", RECORD);
            assertThat(onOtherNode.verify("token", RECORD, before)).isTrue();
            KeyLifeCycle keys = one.getBean(KeyLifeCycle.class);
            keys.rotate(KeyName.RECORD);
            keys.instanceKeys().stream()
                    .filter(row -> row.name().equals(KeyName.RECORD) && row.version() == 1)
                    .forEach(row -> keys.move(row.id(), KeyState.COMPROMISED));
            clock.move(Duration.ofSeconds(15));
            assertThat(onOtherNode.verify("token", RECORD, before)).isFalse();
        }
    }

    @Guarantee(of = RecordMac.class, says = "A key whose row was altered makes and verifies nothing.")
    @Test
    void anAlteredRowMakesAndVerifiesNothing() {
        try (var kmf = start()) {
            RecordMac mac = kmf.getBean(RecordMac.class);
            byte[] tag = mac.mac("token", RECORD);
            jdbc.sql("update kmf_key set expires_at = expires_at + interval '1' day where purpose = 'record'")
                    .update();
            assertThatThrownBy(() -> mac.mac("token", RECORD))
                    .hasMessageContaining("was changed outside this application");
            assertThatThrownBy(() -> mac.verify("token", RECORD, tag))
                    .hasMessageContaining("was changed outside this application");
        }
    }

    @Test
    void readsNoRowPerCall() {
        try (var kmf = startWithCache()) {
            RecordMac mac = kmf.getBean(RecordMac.class);
            byte[] tag = mac.mac("token", RECORD);
            jdbc.sql("alter table kmf_key rename to hidden").update();
            assertThat(mac.verify("token", RECORD, tag)).isTrue();
            assertThat(mac.mac("token", RECORD)).isEqualTo(tag);
        }
    }

    @Test
    void theKeyIsAddedOnceToADatabaseOfAnEarlierVersionAndNeverMadeAnew() {
        byte[] sealed;
        try (var kmf = start()) {
            sealed = kmf.getBean(Sealing.class).seal("purpose", "id", RECORD);
        }
        jdbc.sql("delete from kmf_key where purpose = 'record'").update();
        jdbc.sql("update kmf_instance set key_set = 1").update();
        byte[] tag;
        try (var kmf = start()) {
            assertThat(kmf.getBean(Sealing.class).open("purpose", "id", sealed)).isEqualTo(RECORD);
            assertThat(kmf.getBean(KmfHealth.class).report().overall()).isEqualTo(Health.OPERATIONAL);
            tag = kmf.getBean(RecordMac.class).mac("token", RECORD);
        }
        try (var kmf = start()) {
            assertThat(kmf.getBean(RecordMac.class).verify("token", RECORD, tag))
                    .isTrue();
        }
        jdbc.sql("delete from kmf_key where purpose = 'record'").update();
        try (var kmf = start()) {
            assertThat(kmf.getBean(KmfHealth.class).report().overall()).isEqualTo(Health.DEGRADED);
            assertThatThrownBy(() -> kmf.getBean(RecordMac.class).mac("token", RECORD))
                    .hasMessageStartingWith("There is no usable key for instance record.");
        }
    }

    private AnnotationConfigApplicationContext start() {
        return KmfContext.start(database, home, Clock.systemUTC());
    }

    private AnnotationConfigApplicationContext startWithCache() {
        return startWithCache(MovableClock.standing());
    }

    private AnnotationConfigApplicationContext startWithCache(Clock clock) {
        Duration cached = Duration.ofSeconds(15);
        Duration life = Duration.ofDays(730);
        return KmfContext.start(
                database, clock, home, new KmfSettings(null, null, null, cached, cached, life, life, life));
    }
}
