package org.serviceexchange.connection.address.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.address.PeerMoves;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.outbound.FallbackAddresses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The moves of peers in the table peer_address. A row is written only by who holds the lock of its record or knows it pinned. */
@Repository
class JdbcPeerMoves implements PeerMoves, FallbackAddresses {

    private static final String TABLE = "peer_address";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPeerMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<PeerMove> of(String connection) {
        return jdbc.sql("select * from peer_address where connection = ?")
                .param(connection)
                .query((row, index) -> move(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(String connection, String former, String address, Instant at, Instant formerUntil) {
        write(new Row()
                .set("connection", connection)
                .set("address", address)
                .set("former", former)
                .set("moved_at", at)
                .set("former_until", formerUntil)
                .compute("refused", "null", "null")
                .compute("refusal", "null", "null")
                .compute("refused_at", "null", "null"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(String connection, String announced, Finding why, Instant at) {
        write(new Row()
                .set("connection", connection)
                .set("refused", announced)
                .set("refusal", FindingText.write(List.of(why.shortened())))
                .set("refused_at", at));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void stayed(String connection) {
        jdbc.sql("update peer_address set refused = null, refusal = null, refused_at = null"
                        + " where connection = ? and refused is not null")
                .param(connection)
                .update();
    }

    @Override
    public Optional<URI> before(URI address) {
        String text = address.toString();
        return jdbc
                .sql("select distinct address, former from peer_address where former_until > ?")
                .param(Row.utc(clock.instant()))
                .query((row, index) -> List.of(row.getString("address"), row.getString("former")))
                .list()
                .stream()
                .filter(move -> text.startsWith(move.get(0) + "/"))
                .findFirst()
                .map(move -> URI.create(move.get(1) + text.substring(move.get(0).length())));
    }

    private void write(Row row) {
        if (!row.update(jdbc, TABLE, "connection")) {
            row.insert(jdbc, TABLE);
        }
    }

    private static PeerMove move(ResultSet row) throws SQLException {
        return new PeerMove(
                row.getString("former"),
                Row.timeOrNull(row, "moved_at"),
                Row.timeOrNull(row, "former_until"),
                row.getString("refused"),
                finding(row.getString("refusal")),
                Row.timeOrNull(row, "refused_at"));
    }

    private static @Nullable Finding finding(@Nullable String text) {
        return text == null ? null : FindingText.read(text).get(0);
    }
}
