package org.serviceexchange.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journey.Await;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that is told to stop while a request and a step of a process are under way; with the settings of application.yaml. */
class GracefulShutdownTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection open;
    private ServletWebServerApplicationContext instance;
    private SmallInstance.UnderWay work;
    private Thread stop;

    @BeforeEach
    void startWithAStepUnderWay() throws SQLException {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        database.setUser("sa");
        // The database lives until its last connection is closed
        open = database.getConnection();
        instance = (ServletWebServerApplicationContext) SpringApplication.run(
                SmallInstance.class,
                "--spring.datasource.url=" + database.getURL(),
                "--camunda.bpm.database.schema-update=true",
                "--camunda.bpm.authorization.enabled=false",
                "--server.port=0",
                "--service-exchange.shutdown.notice=5m");
        work = instance.getBean(SmallInstance.UnderWay.class);
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
}
