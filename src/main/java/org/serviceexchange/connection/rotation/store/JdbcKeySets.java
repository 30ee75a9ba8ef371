package org.serviceexchange.connection.rotation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.rotation.KeySet;
import org.serviceexchange.connection.rotation.KeySets;
import org.serviceexchange.platform.store.Row;
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
                        Row.utc(set.agreedAt()),
                        Row.utcOrNull(set.provedAt()),
                        Row.utcOrNull(set.retiresAt()))
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
                .param(Row.utc(now))
                .query(JdbcKeySets::row)
                .list();
    }

    private static KeySet row(ResultSet row, int index) throws SQLException {
        return new KeySet(
                row.getString("key_id"),
                row.getString("connection"),
                Row.time(row, "agreed_at"),
                Row.timeOrNull(row, "proved_at"),
                Row.timeOrNull(row, "retires_at"));
    }
}
