package org.serviceexchange.consumer;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.serviceexchange.BothDatabases;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL; {@code .ci/campaign peers} runs it, with 200 slow peers. */
@EnabledIfSystemProperty(named = "service-exchange.campaign.slow-peers", matches = "[0-9]+")
@ContextConfiguration(initializers = SlowPeersOnPostgresTest.OnServer.class)
class SlowPeersOnPostgresTest extends SlowPeersTest {

    /** Comes after the initializer that chooses H2. */
    static class OnServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = ((PGSimpleDataSource) BothDatabases.postgres("slow_peers")).getUrl();
            TestPropertyValues.of(
                            "spring.datasource.url=" + url,
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        }
    }
}
