package org.serviceexchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journey.Await;
import org.serviceexchange.platform.engine.job.WaitingTimers;
import org.springframework.boot.SpringApplication;
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
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An instance that is told to stop while a request and a step of a process are under way; with the settings of application.yaml. */
class GracefulShutdownTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection open;
    private ServletWebServerApplicationContext instance;
    private UnderWay work;
    private Thread stop;

    @BeforeEach
    void startWithAStepUnderWay() throws SQLException {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        database.setUser("sa");
        // The database lives until its last connection is closed
        open = database.getConnection();
        instance = (ServletWebServerApplicationContext) SpringApplication.run(
                Small.class,
                "--spring.datasource.url=" + database.getURL(),
                "--camunda.bpm.database.schema-update=true",
                "--camunda.bpm.authorization.enabled=false",
                "--server.port=0",
                "--service-exchange.shutdown.notice=5m");
        work = instance.getBean(UnderWay.class);
        stop = new Thread(instance::close, "stop");
        ProcessEngine engine = instance.getBean(ProcessEngine.class);
        var model = Bpmn.createExecutableProcess("two-steps")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("first")
                .camundaAsyncBefore()
                .camundaDelegateExpression("#{first}")
                .serviceTask("second")
                .camundaAsyncBefore()
                .camundaDelegateExpression("#{second}")
                .userTask("end")
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("two-steps.bpmn", model)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("two-steps");
        await(work.stepBegan);
    }

    @AfterEach
    void letEverythingEnd() throws Exception {
        work.stepMayEnd.countDown();
        work.answerMayCome.countDown();
        stop.interrupt();
        instance.close();
        stop.join();
        open.close();
    }

    @Test
    void answersAsUsualWhileItsReadinessIsDownAlready() throws Exception {
        assertThat(ask("/actuator/health/readiness")).isEqualTo(200);
        stop.start();
        Await.until("readiness is down", () -> ask("/actuator/health/readiness") == 503);
        assertThat(ask("/actuator/health/liveness")).isEqualTo(200);
        work.answerMayCome.countDown();
        assertThat(ask("/slow")).isEqualTo(200);
        assertThat(stop.isAlive()).isTrue();
    }

    @Test
    void answersARequestUnderWayThatNeedsTheThreadsOfTheEngine() throws Exception {
        CompletableFuture<HttpResponse<Void>> answer =
                HTTP.sendAsync(request("/slow"), HttpResponse.BodyHandlers.discarding());
        await(work.requestBegan);
        endTheNotice();
        await(work.everybodyWasTold);
        work.answerMayCome.countDown();
        assertThat(answer.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheStepUnderWayAndGivesBackTheNextWithoutALock() throws Exception {
        endTheNotice();
        await(work.everybodyWasTold);
        work.stepMayEnd.countDown();
        stop.join();
        assertThat(work.interrupted).as("the step is not interrupted").isFalse();
        assertThat(work.secondSteps).as("no further step was begun").hasValue(0);
        assertThat(JdbcClient.create(database)
                        .sql(
                                "select d.act_id_, j.lock_owner_, j.retries_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_")
                        .query((row, i) -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3))
                        .list())
                .isEqualTo(List.of("second null 3"));
    }

    private void endTheNotice() throws Exception {
        stop.start();
        Await.until("readiness is down", () -> ask("/actuator/health/readiness") == 503);
        stop.interrupt();
    }

    private int ask(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + instance.getWebServer().getPort() + path))
                .build();
    }

    private static void await(CountDownLatch latch) {
        Await.until("latch", () -> latch.getCount() == 0);
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

    @RestController
    static class Pages {

        private final UnderWay work;
        private final WaitingTimers timers;

        Pages(UnderWay work, WaitingTimers timers) {
            this.work = work;
            this.timers = timers;
        }

        @GetMapping("/slow")
        String slow() throws InterruptedException {
            work.requestBegan.countDown();
            work.answerMayCome.await();
            timers.dueNow("two-steps", "none");
            return "answered";
        }
    }

    @Configuration(proxyBeanMethods = false)
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
    static class Small {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        UnderWay underWay() {
            return new UnderWay();
        }

        @Bean
        Pages pages(UnderWay work, WaitingTimers timers) {
            return new Pages(work, timers);
        }

        @Bean
        JavaDelegate first(UnderWay work) {
            return execution -> work.firstStep();
        }

        @Bean
        JavaDelegate second(UnderWay work) {
            return execution -> work.secondSteps.incrementAndGet();
        }
    }
}
