package org.serviceexchange.connection.state.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.state.Inquiries;
import org.serviceexchange.connection.state.Inquiries.PeerVersion;
import org.serviceexchange.connection.state.NextActor;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.connection.state.PeerNewsWritten;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions and what was heard, in the table peer_inquiry. A row is inserted only by who holds the lock of its record, so
 * that two never insert the same.
 */
@Repository
class JdbcInquiries implements Inquiries, PeerNews {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcInquiries(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ConnectionSide side, String number) {
        OffsetDateTime now = Row.utc(clock.instant().truncatedTo(ChronoUnit.MICROS));
        int known = jdbc.sql("update peer_inquiry set due_at = ?, tries = 0 where number = ?")
                .params(now, number)
                .update();
        if (known == 0) {
            jdbc.sql("insert into peer_inquiry (number, side, due_at, tries) values (?, ?, ?, 0)")
                    .params(number, side.name(), now)
                    .update();
        }
        events.publishEvent(new PeerNewsWritten());
    }

    @Override
    public List<Inquiry> due(Instant now, int limit) {
        return jdbc.sql("select side, number, due_at, tries from peer_inquiry where due_at <= ? order by due_at"
                        + " fetch first " + limit + " rows only")
                .param(Row.utc(now))
                .query((row, index) -> new Inquiry(
                        ConnectionSide.valueOf(row.getString("side")),
                        row.getString("number"),
                        Row.time(row, "due_at"),
                        row.getInt("tries")))
                .list();
    }

    @Override
    @Transactional
    public boolean take(Inquiry inquiry, Instant until) {
        return jdbc.sql("update peer_inquiry set due_at = ? where number = ? and due_at = ?")
                        .params(Row.utc(until), inquiry.number(), Row.utc(inquiry.due()))
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public void failed(Inquiry inquiry, Instant taken, @Nullable Instant again) {
        jdbc.sql("update peer_inquiry set due_at = :again, tries = :tries where number = :number and due_at = :taken")
                .param("again", again == null ? null : Row.utc(again), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tries", inquiry.tries() + 1)
                .param("number", inquiry.number())
                .param("taken", Row.utc(taken))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(ConnectionSide side, String number, Heard said, @Nullable Instant taken) {
        Row row = new Row();
        row.set("number", number)
                .computeOnce("side", ":side")
                .parameter("side", side)
                .computeOnce("tries", "0")
                .set("peer_incarnation", said.version().incarnation())
                .set("peer_version", said.version().version())
                .set("peer_state", said.state())
                .set("peer_reason", said.reason())
                .set("peer_next", said.next())
                .set("heard_at", said.at());
        if (!row.update(jdbc, "peer_inquiry", "number")) {
            row.insert(jdbc, "peer_inquiry");
        }
        if (taken != null) {
            jdbc.sql("update peer_inquiry set due_at = null, tries = 0 where number = ? and due_at = ?")
                    .params(number, Row.utc(taken))
                    .update();
        }
    }

    @Override
    public Optional<Heard> heard(String number) {
        return jdbc.sql("select * from peer_inquiry where number = ? and heard_at is not null")
                .param(number)
                .query((row, index) -> heard(row))
                .optional();
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                new PeerVersion(row.getLong("peer_incarnation"), row.getLong("peer_version")),
                PeerState.valueOf(row.getString("peer_state")),
                PeerReason.valueOf(row.getString("peer_reason")),
                NextActor.valueOf(row.getString("peer_next")),
                Row.time(row, "heard_at"));
    }
}
