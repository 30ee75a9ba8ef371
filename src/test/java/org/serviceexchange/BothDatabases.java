package org.serviceexchange;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty H2 and an empty PostgreSQL database for the tests of one class; one PostgreSQL server is shared by all. */
public final class BothDatabases {

    private static final Map<String, List<DataSource>> MADE = new ConcurrentHashMap<>();
    private static final EmbeddedPostgres POSTGRES = start();

    private BothDatabases() {}

    /** The databases with this name; repeated calls return the same ones. */
    public static List<DataSource> named(String name) {
        return MADE.computeIfAbsent(name, BothDatabases::make);
    }

    /** The PostgreSQL of this name alone, for what differs there. */
    public static DataSource postgres(String name) {
        return named(name).get(1);
    }

    private static List<DataSource> make(String name) {
        JdbcClient.create(POSTGRES.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return List.of(
                new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", ""),
                POSTGRES.getDatabase("postgres", name));
    }

    /** The server stops with the JVM. */
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
