package org.serviceexchange.platform.store.refusal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded database closes itself when it cannot write, as on a full disk, and is opened again by the next new connection. The
 * pool takes connections to a closed database for good ones, so it would never make a new one: the instance stayed dead after the disk
 * had space again.
 */
@Configuration(proxyBeanMethods = false)
class ClosedDatabases {

    /** H2's states of a database that is closed, and of one that is closing. */
    private static final Set<String> CLOSED = Set.of("90098", "90121");

    @Bean
    static BeanPostProcessor leavingClosedDatabases() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    leaveClosedDatabases(pool);
                }
                return bean;
            }
        };
    }

    /** Has the pool drop a connection whose database is closed. */
    static void leaveClosedDatabases(HikariDataSource pool) {
        pool.setExceptionOverride(new Leaving());
    }

    private static final class Leaving implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return CLOSED.contains(String.valueOf(failure.getSQLState()))
                    ? Override.MUST_EVICT
                    : Override.CONTINUE_EVICT;
        }
    }
}
