package org.serviceexchange.provider.registration.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.springframework.stereotype.Component;

/**
 * Spells the addresses of earlier registrations in the normal form, in which they are compared from now on. Where the
 * normal form is taken already by another registration of the company, the address stays as it is.
 */
@Component
class NormalConsumerUrls implements JavaMigration {

    private static final String ALL = "select number, company_id, consumer_url, occupies from consumer_registration";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("90");
    }

    @Override
    public String getDescription() {
        return "normal consumer urls";
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
        normalize(context.getConnection());
    }

    static void normalize(Connection connection) throws SQLException {
        for (Map.Entry<String, Changed> one : changed(connection).entrySet()) {
            Changed row = one.getValue();
            if (row.occupies() == null || !taken(connection, row.occupies())) {
                update(connection, one.getKey(), row);
            }
        }
    }

    private static Map<String, Changed> changed(Connection connection) throws SQLException {
        Map<String, Changed> changed = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ALL + " order by number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String before = rows.getString("consumer_url");
                String url = InstanceAddress.normal(before);
                String company = rows.getString("company_id");
                String occupies = Optional.ofNullable(rows.getString("occupies"))
                        .map(kept -> RegistrationRow.occupies(company, url))
                        .orElse(null);
                if (!url.equals(before)) {
                    changed.put(rows.getString("number"), new Changed(url, occupies));
                }
            }
        }
        return changed;
    }

    private static boolean taken(Connection connection, String occupies) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from consumer_registration where occupies = ?")) {
            select.setString(1, occupies);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void update(Connection connection, String number, Changed row) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update consumer_registration set consumer_url = ?, occupies = ? where number = ?")) {
            update.setString(1, row.url());
            update.setString(2, row.occupies());
            update.setString(3, number);
            update.executeUpdate();
        }
    }

    private record Changed(String url, @Nullable String occupies) {}
}
