package org.serviceexchange.platform.store.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pool with connections to an embedded database that closes itself. */
class ClosedDatabasesTest {

    private static final int CONNECTIONS = 3;

    @TempDir
    Path folder;

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc = JdbcClient.create(pool);

    @BeforeEach
    void openAll() throws SQLException {
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("database") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        pool.setUsername("sa");
        pool.setMaximumPoolSize(CONNECTIONS);
        ClosedDatabases.leavingClosedDatabases().postProcessBeforeInitialization(pool, "dataSource");
        jdbc.sql("create table kept (number integer)").update();
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(pool.getConnection());
        }
        for (Connection one : all) {
            one.close();
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void isOpenedAgainOnceEachConnectionHasFailed() {
        jdbc.sql("insert into kept values (1)").update();
        jdbc.sql("shutdown immediately").update();
        int failed = 0;
        while (!inserted(2)) {
            assertThat(++failed).as("connections that had to fail").isLessThanOrEqualTo(CONNECTIONS);
        }
        assertThat(jdbc.sql("select number from kept").query(Integer.class).list())
                .containsExactly(1, 2);
    }

    private boolean inserted(int number) {
        try {
            return jdbc.sql("insert into kept values (?)").param(number).update() == 1;
        } catch (DataAccessException closed) {
            return false;
        }
    }
}
