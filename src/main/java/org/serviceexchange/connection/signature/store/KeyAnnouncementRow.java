package org.serviceexchange.connection.signature.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.serviceexchange.connection.signature.KeyAnnouncements.KeyAnnouncement;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of the table signature_key_announcement. */
final class KeyAnnouncementRow {

    private KeyAnnouncementRow() {}

    static void insert(JdbcClient jdbc, String record, String pinned, String announced, Instant due) {
        new Row()
                .set("record_number", record)
                .set("pinned", pinned)
                .set("announced", announced)
                .set("due_at", due)
                .set("tries", 0)
                .insert(jdbc, "signature_key_announcement");
    }

    static KeyAnnouncement read(ResultSet row, int index) throws SQLException {
        String failure = row.getString("failure");
        return new KeyAnnouncement(
                row.getString("record_number"),
                row.getString("pinned"),
                row.getString("announced"),
                Row.timeOrNull(row, "due_at"),
                row.getInt("tries"),
                failure == null ? null : FindingText.read(failure).get(0),
                Row.timeOrNull(row, "known_at"),
                row.getString("given_up_by"));
    }
}
