package org.serviceexchange.kmf.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.serviceexchange.kmf.keyring.KeyState;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Key rows in the tables kmf_instance and kmf_key. */
@Repository
class JdbcKeyRows implements KeyRows {

    private static final String ORDER = " order by module, purpose, version desc";

    private final JdbcClient jdbc;

    JdbcKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<InstanceRoot> root() {
        return jdbc.sql("select instance_id, root_check, key_set from kmf_instance")
                .query((row, n) -> new InstanceRoot(row.getString(1), row.getBytes(2), row.getInt(3)))
                .optional();
    }

    @Override
    public void claim(InstanceRoot root, Instant at) {
        jdbc.sql("""
                insert into kmf_instance (singleton, instance_id, root_check, key_set, created_at) values (1, ?, ?, ?, ?)
                """)
                .params(root.instance(), root.rootCheck(), root.keySet(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean keySetMade(int keySet) {
        return jdbc.sql("update kmf_instance set key_set = ? where key_set < ?")
                        .params(keySet, keySet)
                        .update()
                > 0;
    }

    @Override
    public void changeRootCheck(byte[] rootCheck) {
        jdbc.sql("update kmf_instance set root_check = ?").param(rootCheck).update();
    }

    @Override
    public Optional<KeyRow> find(String id) {
        return jdbc.sql("select * from kmf_key where id = ?")
                .param(id)
                .query(JdbcKeyRows::row)
                .optional();
    }

    @Override
    public List<KeyRow> named(KeyName name) {
        return named(name, "");
    }

    @Override
    public List<KeyRow> lock(KeyName name) {
        return named(name, " for update");
    }

    private List<KeyRow> named(KeyName name, String lock) {
        return jdbc.sql("select * from kmf_key where module = ? and purpose = ?" + ORDER + lock)
                .params(name.module(), name.purpose())
                .query(JdbcKeyRows::row)
                .list();
    }

    @Override
    public List<KeyRow> ofModule(String module) {
        return ofModules(List.of(module));
    }

    @Override
    public List<KeyRow> ofModules(Collection<String> modules) {
        return jdbc.sql("select * from kmf_key where module in (:modules)" + ORDER)
                .param("modules", modules)
                .query(JdbcKeyRows::row)
                .list();
    }

    @Override
    public List<KeyRow> ofModulesAfter(@Nullable String module, int size) {
        List<KeyRow> found = jdbc.sql("select * from kmf_key where module <> ?"
                        + (module == null ? "" : " and module > ?")
                        + " order by module, purpose, version fetch first " + size + " rows only")
                .params(module == null ? List.of(KeyName.INSTANCE) : List.of(KeyName.INSTANCE, module))
                .query(JdbcKeyRows::row)
                .list();
        if (found.size() < size) {
            return found;
        }
        String last = found.get(size - 1).name().module();
        List<KeyRow> whole =
                found.stream().filter(row -> !row.name().module().equals(last)).toList();
        return whole.isEmpty() ? ofModule(last) : whole;
    }

    @Override
    public boolean anyWrappedBy(String id) {
        return jdbc.sql("select count(*) from kmf_key where wrapped_by = ? and state <> 'DESTROYED'")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void insert(KeyRow row) {
        jdbc.sql("""
                insert into kmf_key (state, active_slot, wrapped_by, wrapped, sentinel, state_since, authentication,
                    module, purpose, algorithm, version, public_part, created_at, expires_at, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(changeable(row))
                .params(
                        row.name().module(),
                        row.name().purpose(),
                        row.algorithm(),
                        row.version(),
                        row.publicPart(),
                        row.createdAt().atOffset(ZoneOffset.UTC),
                        row.expiresAt().atOffset(ZoneOffset.UTC),
                        row.id())
                .update();
    }

    @Override
    public void update(KeyRow row) {
        jdbc.sql("""
                update kmf_key set state = ?, active_slot = ?, wrapped_by = ?, wrapped = ?, sentinel = ?,
                    state_since = ?, authentication = ? where id = ?
                """).params(changeable(row)).param(row.id()).update();
    }

    private static List<?> changeable(KeyRow row) {
        return Arrays.asList(
                row.state().name(),
                row.state() == KeyState.ACTIVE ? KeyState.ACTIVE.name() : null,
                row.wrappedBy(),
                row.wrapped(),
                row.sentinel(),
                row.stateSince().atOffset(ZoneOffset.UTC),
                row.authentication());
    }

    /** A transaction of its own would need a second connection, which a busy pool may not have. */
    @Override
    public Optional<Instant> databaseTime() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        return jdbc.sql("select current_timestamp")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static KeyRow row(ResultSet row, int number) throws SQLException {
        return new KeyRow(
                row.getString("id"),
                new KeyName(row.getString("module"), row.getString("purpose")),
                row.getString("algorithm"),
                row.getInt("version"),
                KeyState.valueOf(row.getString("state")),
                row.getString("wrapped_by"),
                row.getBytes("wrapped"),
                row.getBytes("public_part"),
                row.getBytes("sentinel"),
                Row.time(row, "created_at"),
                Row.time(row, "state_since"),
                Row.time(row, "expires_at"),
                row.getBytes("authentication"));
    }
}
