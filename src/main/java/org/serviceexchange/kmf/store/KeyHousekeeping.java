package org.serviceexchange.kmf.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the rows of connections whose keys were all destroyed long ago; a destroyed key is overwritten at once. */
@Configuration(proxyBeanMethods = false)
class KeyHousekeeping {

    /** As long as the history of a process. */
    static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;

    KeyHousekeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    HousekeepingTask destroyedKeyHousekeeping() {
        return HousekeepingTask.of("kmf_key", Duration.ofDays(1), this::remove);
    }

    /** Not of the instance itself: its destroyed keys are few, and say which versions there were. */
    private int remove(Instant now) {
        return jdbc.sql("""
                delete from kmf_key where module in (select module from kmf_key where module <> ? group by module
                having max(case when state = 'DESTROYED' then 0 else 1 end) = 0 and max(state_since) < ?)
                """)
                .params(KeyName.INSTANCE, now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
