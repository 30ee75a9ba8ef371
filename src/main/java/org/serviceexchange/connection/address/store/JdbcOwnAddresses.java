package org.serviceexchange.connection.address.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.serviceexchange.connection.address.OwnAddresses;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The own addresses in the table own_address. */
@Repository
class JdbcOwnAddresses implements OwnAddresses {

    private final JdbcClient jdbc;

    JdbcOwnAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Used> all() {
        List<Used> all = jdbc.sql("select address, since from own_address order by since desc")
                .query((row, index) -> new Used(row.getString("address"), Row.time(row, "since")))
                .list();
        return IntStream.range(0, all.size())
                .filter(place -> place == all.size() - 1
                        || !all.get(place).address().equals(all.get(place + 1).address()))
                .mapToObj(all::get)
                .toList();
    }

    @Override
    public void add(String address, Instant since) {
        jdbc.sql("insert into own_address (address, since) values (?, ?)")
                .params(address, since.atOffset(ZoneOffset.UTC))
                .update();
    }
}
