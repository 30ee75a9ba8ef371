package org.serviceexchange.connection.heartbeat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HealthHistory;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Heard;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.lineage.PeerView;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Reads a row of the table heartbeat. */
final class HeartbeatMapping {

    private HeartbeatMapping() {}

    static HeartbeatRow row(ResultSet row, int index) throws SQLException {
        return new HeartbeatRow(
                new FollowedConnection(
                        row.getString("module"),
                        ConnectionSide.valueOf(row.getString("side")),
                        row.getString("registration"),
                        row.getString("key_id"),
                        row.getString("address")),
                new OwnLine(
                        new Incarnation(
                                row.getLong("incarnation"), Objects.toString(row.getString("incarnation_id"), "")),
                        row.getLong("counter")),
                row.getBoolean("stopped"),
                sent(row),
                heard(row));
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                Row.timeOrNull(row, "proved_at"),
                row.getLong("round_trip"),
                row.getLong("clock_ahead"),
                row.getInt("failures"),
                row.getString("failure"),
                HealthHistory.of(row.getString("history")),
                Row.time(row, "next_at"));
    }

    private static Heard heard(ResultSet row) throws SQLException {
        Incarnation known = incarnation(row, "peer_incarnation");
        byte[] answer = row.getBytes("peer_answer");
        return new Heard(
                Row.timeOrNull(row, "heard_at"),
                row.getLong("peer_version"),
                new PeerView(
                        known == null ? null : new OwnLine(known, row.getLong("peer_counter")),
                        row.getString("peer_last"),
                        incarnation(row, "asking"),
                        incarnation(row, "copied"),
                        row.getInt("adoptions"),
                        row.getInt("beats"),
                        row.getBoolean("quarantined")),
                answer == null ? new byte[0] : answer);
    }

    private static @Nullable Incarnation incarnation(ResultSet row, String column) throws SQLException {
        String id = row.getString(column + "_id");
        return id == null ? null : new Incarnation(row.getLong(column), id);
    }
}
