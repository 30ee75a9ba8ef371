package org.serviceexchange.protocol.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.handshake.ReceivedExchange;
import org.serviceexchange.protocol.handshake.ReceivedExchanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The provider's exchanges in the table received_exchange. */
@Repository
class JdbcReceivedExchanges implements ReceivedExchanges {

    private final JdbcClient jdbc;
    private final ExchangeLocks locks;

    JdbcReceivedExchanges(JdbcClient jdbc, ExchangeLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    @Override
    public void lock(String registration) {
        locks.lock("received/" + registration);
    }

    @Override
    public Optional<ReceivedExchange> find(String registration, String exchange) {
        return jdbc.sql("select * from received_exchange where registration = ? and exchange_id = ?")
                .params(registration, exchange)
                .query(JdbcReceivedExchanges::row)
                .optional();
    }

    @Override
    public void add(ReceivedExchange exchange) {
        jdbc.sql("insert into received_exchange"
                        + " (registration, exchange_id, m1, m1_hash, m2, sealed_secret, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        exchange.registration(),
                        exchange.exchange(),
                        exchange.m1(),
                        exchange.m1Hash(),
                        exchange.m2(),
                        exchange.sealedSecret(),
                        OffsetDateTime.ofInstant(exchange.startedAt(), ZoneOffset.UTC))
                .update();
    }

    @Override
    public void supersede(String registration) {
        jdbc.sql("update received_exchange set sealed_secret = null"
                        + " where registration = ? and sealed_secret is not null")
                .param(registration)
                .update();
    }

    @Override
    public int expire(Instant startedBefore) {
        return jdbc.sql("update received_exchange set sealed_secret = null"
                        + " where started_at < ? and sealed_secret is not null")
                .param(OffsetDateTime.ofInstant(startedBefore, ZoneOffset.UTC))
                .update();
    }

    @Override
    public void confirm(String registration, String exchange, byte[] m3Hash, byte[] m4) {
        jdbc.sql("update received_exchange set sealed_secret = null, m3_hash = ?, m4 = ?"
                        + " where registration = ? and exchange_id = ?")
                .params(m3Hash, m4, registration, exchange)
                .update();
    }

    private static ReceivedExchange row(ResultSet row, int index) throws SQLException {
        return new ReceivedExchange(
                row.getString("registration"),
                row.getString("exchange_id"),
                row.getBytes("m1"),
                row.getBytes("m1_hash"),
                row.getBytes("m2"),
                row.getBytes("sealed_secret"),
                row.getBytes("m3_hash"),
                row.getBytes("m4"),
                Row.time(row, "started_at"));
    }
}
