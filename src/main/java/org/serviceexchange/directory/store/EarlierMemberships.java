package org.serviceexchange.directory.store;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes the memberships of before as granted, once; from then on those count that this application gave. */
@Component
class EarlierMemberships implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("108");
    }

    @Override
    public String getDescription() {
        return "earlier memberships";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement insert = context.getConnection().createStatement()) {
            insert.executeUpdate("insert into role_grant (id, user_id, group_id)"
                    + " select user_id_ || ' ' || group_id_, user_id_, group_id_ from act_id_membership");
        }
    }
}
