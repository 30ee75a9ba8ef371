package org.serviceexchange.connection.rotation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.rotation.KeySet;
import org.serviceexchange.connection.rotation.KeySets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Key sets in the table {@code connection_key_set}. */
@Repository
class JdbcKeySets implements KeySets {

    private final JdbcClient jdbc;

    JdbcKeySets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KeySet> find(String keyId) {
        return jdbc.sql("select * from connection_key_set where key_id = ?")
                .param(keyId)
                .query(JdbcKeySets::row)
                .optional();
    }

    @Override
    public List<KeySet> of(String connection) {
        return jdbc.sql("select * from connection_key_set where connection = ? order by agreed_at desc, key_id")
                .param(connection)
                .query(JdbcKeySets::row)
                .list();
    }

    @Override
    public void add(KeySet set) {
        jdbc.sql("insert into connection_key_set (key_id, connection, agreed_at, proved_at, retires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        set.keyId(),
                        set.connection(),
                        time(set.agreedAt()),
                        time(set.provedAt()),
                        time(set.retiresAt()))
                .update();
    }

    @Override
    public void save(KeySet set) {
        delete(set.keyId());
        add(set);
    }

    @Override
    public void delete(String keyId) {
        jdbc.sql("delete from connection_key_set where key_id = ?").param(keyId).update();
    }

    @Override
    public List<KeySet> retired(Instant now, int limit) {
        return jdbc.sql("select * from connection_key_set where retires_at <= ? order by retires_at" + " fetch first "
                        + limit + " rows only")
                .param(time(now))
                .query(JdbcKeySets::row)
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static KeySet row(ResultSet row, int index) throws SQLException {
        return new KeySet(
                row.getString("key_id"),
                row.getString("connection"),
                row.getObject("agreed_at", OffsetDateTime.class).toInstant(),
                instant(row, "proved_at"),
                instant(row, "retires_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
