package org.serviceexchange.directory.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.RoleGrants;
import org.serviceexchange.platform.store.ProtectedRecords;
import org.serviceexchange.platform.store.ProtectedTable;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.RecordFinding;
import org.serviceexchange.platform.store.RecordFinding.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Granted groups in the table {@code role_grant}, compared with the engine's memberships. */
@Repository
class JdbcRoleGrants implements RoleGrants, ProtectedRecords {

    private static final String MEMBERSHIPS = "act_id_membership";
    private static final String NOT_GRANTED = "from act_id_membership m where not exists"
            + " (select 1 from role_grant g where g.user_id = m.user_id_ and g.group_id = m.group_id_"
            + " and coalesce(g.revoked, false) = false)";

    private final JdbcClient jdbc;
    private final ProtectedTable table;

    JdbcRoleGrants(JdbcClient jdbc, ProtectedTables tables) {
        this.jdbc = jdbc;
        this.table = tables.protect("role_grant", "id");
        tables.add(this);
    }

    @Override
    public void grant(String userId, Collection<String> groups) {
        for (String group : groups) {
            if (!changed(userId, group, false)) {
                table.insert(
                        "insert into role_grant (id, user_id, group_id) values (:id, :user, :group)",
                        Map.of("id", id(userId, group), "user", userId, "group", group));
            }
        }
    }

    /** The row stays: a row that goes could be put back from an older copy together with its proof. */
    @Override
    public void revoke(String userId, Collection<String> groups) {
        groups.forEach(group -> changed(userId, group, true));
    }

    /** False if there is no such row; a {@code RECORD_ALTERED} problem if it is not as it was written. */
    private boolean changed(String userId, String group, boolean revoked) {
        String id = id(userId, group);
        boolean there = table.one(
                        (row, index) -> id,
                        mapper -> jdbc.sql(
                                        "select " + table.columns() + " from role_grant t where t.id = :id for update")
                                .param("id", id)
                                .query(mapper)
                                .list())
                .isPresent();
        if (there) {
            table.update(
                    "update role_grant set revoked = :revoked where id = :id", Map.of("revoked", revoked, "id", id));
        }
        return there;
    }

    @Override
    public Set<String> groupsOf(String userId) {
        return Set.copyOf(table.list(
                (row, index) -> row.getString("group_id"),
                mapper -> jdbc.sql("select " + table.columns() + " from role_grant t join act_id_membership m"
                                + " on m.user_id_ = t.user_id and m.group_id_ = t.group_id where t.user_id = :user"
                                + " and coalesce(t.revoked, false) = false")
                        .param("user", userId)
                        .query(mapper)
                        .list()));
    }

    private static String id(String userId, String group) {
        return userId + " " + group;
    }

    @Override
    public String name() {
        return MEMBERSHIPS;
    }

    /** Memberships are few: all that nobody granted are found at once. */
    @Override
    public Examined examine(@Nullable String after, int limit) {
        List<RecordFinding> found = jdbc.sql(
                        "select m.user_id_, m.group_id_ " + NOT_GRANTED + " fetch first " + limit + " rows only")
                .query((row, index) ->
                        new RecordFinding(MEMBERSHIPS, id(row.getString(1), row.getString(2)), What.ADDED))
                .list();
        return new Examined(null, found.size(), found);
    }

    @Override
    public boolean stands(RecordFinding found) {
        return jdbc.sql("select count(*) " + NOT_GRANTED + " and m.user_id_ || ' ' || m.group_id_ = :id")
                        .param("id", found.key())
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
