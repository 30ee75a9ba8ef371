package org.serviceexchange.kmf.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.health.WholeCheck;
import org.serviceexchange.kmf.health.WholeChecks;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The check of all keys in the tables kmf_whole_check and kmf_suspect. */
@Repository
class JdbcWholeChecks implements WholeChecks {

    private static final String STATE = "select * from kmf_whole_check";

    private final JdbcClient jdbc;

    JdbcWholeChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WholeCheck state() {
        return jdbc.sql(STATE).query(JdbcWholeChecks::check).single();
    }

    @Override
    public Optional<WholeCheck> lock() {
        return jdbc.sql(STATE + " for update skip locked")
                .query(JdbcWholeChecks::check)
                .optional();
    }

    @Override
    public void save(WholeCheck check) {
        WholeCheck.Result last = check.last();
        jdbc.sql("""
                update kmf_whole_check set started_at = ?, after_module = ?, total = ?, examined = ?, found = ?,
                    last_started_at = ?, last_finished_at = ?, last_examined = ?, last_found = ?
                """)
                .params(Arrays.asList(
                        Row.utcOrNull(check.startedAt()),
                        check.afterModule(),
                        check.total(),
                        check.examined(),
                        check.found(),
                        last == null ? null : Row.utc(last.startedAt()),
                        last == null ? null : Row.utc(last.finishedAt()),
                        last == null ? 0 : last.examined(),
                        last == null ? 0 : last.found()))
                .update();
    }

    @Override
    public long countKeys() {
        return jdbc.sql("select count(*) from kmf_key where module <> ?")
                .param(KeyName.INSTANCE)
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> suspects(int atMost) {
        return jdbc.sql("select module from kmf_suspect order by module fetch first " + atMost + " rows only")
                .query(String.class)
                .list();
    }

    @Override
    public void replaceSuspects(@Nullable String after, @Nullable String upTo, Collection<String> found, Instant at) {
        List<String> limits = new ArrayList<>();
        String sql = "delete from kmf_suspect where 1 = 1";
        if (after != null) {
            sql += " and module > ?";
            limits.add(after);
        }
        if (upTo != null) {
            sql += " and module <= ?";
            limits.add(upTo);
        }
        jdbc.sql(sql).params(limits).update();
        for (String module : found) {
            jdbc.sql("insert into kmf_suspect (module, found_at) values (?, ?)")
                    .params(module, Row.utc(at))
                    .update();
        }
    }

    @Override
    public void clearSuspect(String module) {
        jdbc.sql("delete from kmf_suspect where module = ?").param(module).update();
    }

    private static WholeCheck check(ResultSet row, int number) throws SQLException {
        return new WholeCheck(
                Row.timeOrNull(row, "started_at"),
                row.getString("after_module"),
                row.getLong("total"),
                row.getLong("examined"),
                row.getInt("found"),
                last(row));
    }

    private static WholeCheck.@Nullable Result last(ResultSet row) throws SQLException {
        Instant started = Row.timeOrNull(row, "last_started_at");
        Instant finished = Row.timeOrNull(row, "last_finished_at");
        return started == null || finished == null
                ? null
                : new WholeCheck.Result(started, finished, row.getLong("last_examined"), row.getInt("last_found"));
    }
}
