package org.serviceexchange.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Protected tables without a KMF: the hash has a key that every test knows. */
public final class TestTables {

    private TestTables() {}

    /** With the tables of proofs made anew. */
    public static ProtectedTables empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists record_proof").update();
        jdbc.sql("drop table if exists record_seal").update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V106__record_proofs.sql")).execute(database);
        return of(database);
    }

    /** As another node with the same database. */
    public static ProtectedTables of(DataSource database) {
        return of(database, new RefusedRecords());
    }

    static ProtectedTables of(DataSource database, RefusedRecords refused) {
        return new ProtectedTables(
                JdbcClient.create(database), new KnownKey(), refused, new JdbcTransactionManager(database));
    }

    /** Proves the rows as they are now, as at the first start of the version that began to. */
    public static void sealAnew(DataSource database, String... tables) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("delete from record_proof").update();
        jdbc.sql("update record_seal set mac = null").update();
        ProtectedTables first = of(database);
        for (String table : tables) {
            first.protect(table, "number", shownOnly(table));
        }
    }

    private static String[] shownOnly(String table) {
        return table.equals("consumer_registration") ? new String[] {"name_key"} : new String[0];
    }

    private static final class KnownKey implements RecordMac {

        @Override
        public byte[] mac(String purpose, byte[] bytes) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(("known " + purpose + "\n").getBytes(UTF_8));
                return digest.digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean verify(String purpose, byte[] bytes, byte[] tag) {
            return MessageDigest.isEqual(mac(purpose, bytes), tag);
        }
    }
}
