package org.serviceexchange.platform.measure.store;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Inserts the counters between the application and its connection pool. */
@Configuration(proxyBeanMethods = false)
class DatabaseMeasurement {

    @Bean
    static BeanPostProcessor countingDataSource(ObjectProvider<MeterRegistry> meters) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? counting(pool, meters.getObject()) : bean;
            }
        };
    }

    static DataSource counting(DataSource pool, MeterRegistry meters) {
        return ProxyDataSourceBuilder.create(pool)
                .listener(new DatabaseCounters(meters))
                .build();
    }
}
