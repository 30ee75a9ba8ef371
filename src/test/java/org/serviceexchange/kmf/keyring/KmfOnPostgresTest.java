package org.serviceexchange.kmf.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.ModuleKeys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The KMF's SQL statements, and two nodes that start at once, on PostgreSQL. */
class KmfOnPostgresTest {

    @TempDir
    Path home;

    @Test
    void startsTwoNodesAtOnceAndKeepsKeys() throws Exception {
        DataSource database = BothDatabases.postgres("kmf");
        KmfContext.makeTables(database);
        CompletableFuture<AnnotationConfigApplicationContext> first = startAsync(database);
        try (var one = startAsync(database).join();
                var other = first.join()) {
            assertThat(one.getBean(InstanceKeys.class).thumbprint())
                    .isEqualTo(other.getBean(InstanceKeys.class).thumbprint());
            usesKeysOfTheOtherNode(one, other);
            hasAtMostOneActiveKey(database);
        }
    }

    private CompletableFuture<AnnotationConfigApplicationContext> startAsync(DataSource database) {
        return CompletableFuture.supplyAsync(() -> KmfContext.start(database, home, Clock.systemUTC()));
    }

    private static void usesKeysOfTheOtherNode(
            AnnotationConfigApplicationContext one, AnnotationConfigApplicationContext other) {
        one.getBean(KeyLifeCycle.class).rotate(KeyName.KEY_ENCRYPTION);
        ModuleKeys keys = one.getBean(ModuleKeys.class);
        keys.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[] {1});
        keys.activate("CCN0001001", "inbound", "k");
        keys.add("CCN0001001", "inbound", "AES-256-GCM", "k", new byte[] {2});
        keys.activate("CCN0001001", "inbound", "k");
        keys.generateClientKey("PCN0001001");
        assertThat(other.getBean(ModuleKeys.class).<Integer>use("CCN0001001", "inbound", key -> (int) key[0]))
                .isEqualTo(2);
        assertThat(one.getBean(KmfHealth.class).report().overall()).isEqualTo(Health.OPERATIONAL);
        assertThat(other.getBean(KmfHealth.class).report().overall()).isEqualTo(Health.OPERATIONAL);
    }

    private static void hasAtMostOneActiveKey(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        assertThatThrownBy(() -> jdbc.sql("update kmf_key set active_slot = 'ACTIVE' where module = 'CCN0001001'")
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }
}
