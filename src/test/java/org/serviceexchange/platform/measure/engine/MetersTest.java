package org.serviceexchange.platform.measure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.journey.Await;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What is counted while cases run, and that the document describes all of it. */
@InstanceTest
class MetersTest {

    private static final String PROCESS = "consumer-registration";
    private static final Path DOCUMENT = Path.of("docs/monitoring.md");

    @LocalServerPort
    int port;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private KeptRegistrations registrations;

    @Autowired
    private RequestRegistrationCancellation cancellation;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void countsCasesTheirStepsAndHowTheyEnd() {
        double started = starts();
        double cancelled = ends("event_closedIncompleteCancelled");
        Timer received = meters.timer(
                "service-exchange.step", "process", PROCESS, "step", "serviceTask_receiveRegistrationRequest");
        long before = received.count();

        cancelled();

        assertThat(starts()).isEqualTo(started + 1);
        assertThat(received.count()).isEqualTo(before + 1);
        Await.until("the end is counted", () -> ends("event_closedIncompleteCancelled") == cancelled + 1);
    }

    /** Each request would pay for the measurement of every filter, which nobody reads. */
    @Test
    void measuresNoFilterOfTheSecurityChains() {
        assertThat(new TestBrowser(port).get("/login").statusCode()).isEqualTo(200);
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("spring.security"));
    }

    @Test
    void countsNothingThatIsRolledBack() {
        double before = starts();
        transaction.executeWithoutResult(status -> {
            registrations.started();
            status.setRollbackOnly();
        });
        assertThat(starts()).isEqualTo(before);
    }

    @Test
    void countsFailedTriesByTheCodeOfTheProblem() {
        double before = failures();
        fail();
        assertThat(failures()).isEqualTo(before + 1);
    }

    @Test
    void areDescribedInTheDocument() throws IOException {
        cancelled();
        fail();
        List<String> table = Scrape.of(new TestBrowser(port)).table();

        assertThat(table).hasSizeGreaterThan(20);
        if (System.getProperty("meters.write") != null) {
            Files.writeString(DOCUMENT, Scrape.replaced(Files.readString(DOCUMENT), table));
        }
        assertThat(Files.readAllLines(DOCUMENT).stream()
                        .filter(line -> line.startsWith("| `service_exchange_"))
                        .toList())
                .as("-Dmeters.write writes it again")
                .isEqualTo(table);
    }

    @Test
    void areAllThatDashboardAndAlertsAskFor() throws IOException {
        cancelled();
        fail();
        Set<String> names = Scrape.of(new TestBrowser(port)).names();
        names.add("up"); // made by Prometheus itself

        assertThat(MonitoringFiles.dashboardExpressions()).hasSizeGreaterThan(20);
        assertThat(MonitoringFiles.alerts()).hasSizeGreaterThan(10);
        List<String> expressions = new ArrayList<>(MonitoringFiles.dashboardExpressions());
        expressions.addAll(MonitoringFiles.alerts().values());
        assertThat(expressions).allSatisfy(expression -> {
            Set<String> asked = MonitoringFiles.metrics(expression);
            assertThat(asked).isNotEmpty();
            assertThat(names).containsAll(asked);
        });
    }

    private void cancelled() {
        String number = registrations.started();
        Await.until("it is cancelled between two of its steps", () -> isCancelled(number));
    }

    /** While a step is being done, nothing is cancelled. */
    private boolean isCancelled(String number) {
        try {
            cancellation.request(number, TestUsers.CLERK);
            return true;
        } catch (OptimisticLockingException stepUnderWay) {
            return false;
        }
    }

    private void fail() {
        HistoricJobLogEvent event = new HistoricJobLogEvent();
        event.setEventType(HistoryEventTypes.JOB_FAIL.getEventName());
        event.setProcessDefinitionKey(PROCESS);
        event.setActivityId("serviceTask_matchContact");
        event.setJobExceptionMessage(ReadableData.of(new Problem(ProblemCode.CONTACT_UNKNOWN, "carla").finding()));
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    new MeasuredHistory(new ProcessMeters(meters)).handleEvent(event);
                    return event;
                });
    }

    private double failures() {
        return count(meters.find("service-exchange.step.failures")
                .tags("process", PROCESS, "step", "serviceTask_matchContact")
                .tag("code", ProblemCode.CONTACT_UNKNOWN.code())
                .counter());
    }

    private double starts() {
        return count(meters.find("service-exchange.process.starts")
                .tag("process", PROCESS)
                .counter());
    }

    private double ends(String event) {
        return count(meters.find("service-exchange.process.ends")
                .tags("process", PROCESS, "event", event)
                .counter());
    }

    private static double count(Counter counter) {
        return counter == null ? 0 : counter.count();
    }
}
