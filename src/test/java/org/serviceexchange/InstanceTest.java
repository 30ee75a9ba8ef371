package org.serviceexchange;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.validation.ConsumerCheck;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A whole instance on a free port, with an empty in-memory database and an empty home folder, shared by all tests that
 * do not change its configuration. The consumers that tests register do not exist, so they are not asked for their
 * description. It runs in demo mode, because its base URL is a loopback address.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigureObservability
@AutoConfigureMockMvc(print = org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint.NONE)
@Import({TestUsers.class, KeptRegistrations.class})
@MockitoBean(types = ConsumerCheck.class)
@ContextConfiguration(initializers = EmptyHome.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "service-exchange.instance.name=test-instance",
            "service-exchange.instance.mode=DEMO",
            // All tests of a context have one address; the budget itself is tested by ThrottleTest
            "service-exchange.web.free-attempts-per-address=100000",
            "service-exchange.instance.setup-secret=the-set-up-secret-of-the-tests",
            "service-exchange.metrics.token=" + InstanceTest.METRICS_TOKEN,
        })
public @interface InstanceTest {

    /** The token with which its metrics are read. */
    String METRICS_TOKEN = "the-token-of-the-scraper-of-the-tests";
}
