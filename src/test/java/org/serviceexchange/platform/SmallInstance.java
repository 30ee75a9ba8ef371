package org.serviceexchange.platform;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.serviceexchange.platform.engine.job.WaitingTimers;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.servlet.ServletManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A small instance: engine, web server and health, with a page and a process of its own, and what is under way in it. It is no
 * {@code @Configuration}, or tests of whole instances would find it and start its beans, too.
 */
@ComponentScan(
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".+\\.(JobsAtShutdown|ShutdownNotice|WaitingTimers|SharedMappings)"))
@ImportAutoConfiguration({
    ApplicationAvailabilityAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
class SmallInstance {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    UnderWay underWay() {
        return new UnderWay();
    }

    /** A page that needs the threads of the engine, after a while. */
    @Bean
    RouterFunction<ServerResponse> pages(UnderWay work, WaitingTimers timers) {
        return RouterFunctions.route()
                .GET("/slow", request -> {
                    work.requestBegan.countDown();
                    work.answerMayCome.await();
                    timers.dueNow("two-steps", "none");
                    return ServerResponse.ok().body("answered");
                })
                .build();
    }

    @Bean
    JavaDelegate first(UnderWay work) {
        return execution -> work.firstStep();
    }

    @Bean
    JavaDelegate second(UnderWay work) {
        return execution -> work.secondSteps.incrementAndGet();
    }

    /** What is under way when the instance is told to stop. */
    static class UnderWay implements SmartLifecycle {

        final CountDownLatch stepBegan = new CountDownLatch(1);
        final CountDownLatch stepMayEnd = new CountDownLatch(1);
        final CountDownLatch requestBegan = new CountDownLatch(1);
        final CountDownLatch answerMayCome = new CountDownLatch(1);
        final CountDownLatch everybodyWasTold = new CountDownLatch(1);
        final AtomicInteger secondSteps = new AtomicInteger();
        volatile boolean interrupted;
        private volatile boolean running;

        void firstStep() {
            stepBegan.countDown();
            try {
                stepMayEnd.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            everybodyWasTold.countDown();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        /** After pools of threads, before the web server. */
        @Override
        public int getPhase() {
            return DEFAULT_PHASE - 1;
        }
    }
}
