package org.serviceexchange.protocol.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.handshake.StartedExchange;
import org.serviceexchange.protocol.handshake.StartedExchanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consumer's exchanges in the table started_exchange. */
@Repository
class JdbcStartedExchanges implements StartedExchanges {

    private final JdbcClient jdbc;
    private final ExchangeLocks locks;

    JdbcStartedExchanges(JdbcClient jdbc, ExchangeLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    @Override
    public void lock(String provider, String registration) {
        locks.lock("started/" + provider + "/" + registration);
    }

    @Override
    public Optional<StartedExchange> find(String provider, String registration) {
        return jdbc.sql("select * from started_exchange where provider = ? and registration = ?")
                .params(provider, registration)
                .query(JdbcStartedExchanges::row)
                .optional();
    }

    @Override
    public void save(StartedExchange exchange) {
        delete(exchange.provider(), exchange.registration());
        jdbc.sql("insert into started_exchange"
                        + " (provider, registration, exchange_id, token_hash, m1, sealed_secret, m2, m3, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        exchange.provider(),
                        exchange.registration(),
                        exchange.exchange(),
                        exchange.tokenHash(),
                        exchange.m1(),
                        exchange.sealedSecret(),
                        exchange.m2(),
                        exchange.m3(),
                        OffsetDateTime.ofInstant(exchange.startedAt(), ZoneOffset.UTC))
                .update();
    }

    @Override
    public void delete(String provider, String registration) {
        jdbc.sql("delete from started_exchange where provider = ? and registration = ?")
                .params(provider, registration)
                .update();
    }

    @Override
    public int expire(Instant startedBefore) {
        return jdbc.sql("delete from started_exchange where m3 is null and started_at < ?")
                .param(OffsetDateTime.ofInstant(startedBefore, ZoneOffset.UTC))
                .update();
    }

    private static StartedExchange row(ResultSet row, int index) throws SQLException {
        return new StartedExchange(
                row.getString("provider"),
                row.getString("registration"),
                row.getString("exchange_id"),
                row.getBytes("token_hash"),
                row.getBytes("m1"),
                row.getBytes("sealed_secret"),
                row.getBytes("m2"),
                row.getBytes("m3"),
                Row.time(row, "started_at"));
    }
}
