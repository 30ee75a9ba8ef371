package org.serviceexchange.workshop.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.AtOnce;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.workshop.shipping.store.StoredVersions;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes of one database, each with an engine of its own, ship models and roll them back. */
class NodesThatShipTest {

    private static final String MODEL = "consumer-registration.bpmn";

    private final DataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:nodes-that-ship;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000", "sa", "");

    @TempDir
    Path folder;

    private Node one;
    private Node other;

    @BeforeEach
    void start() {
        StoredVersions.empty(database);
        one = new Node("one");
        other = new Node("other");
        one.start(null);
        other.start(null);
    }

    @AfterEach
    void stop() {
        one.engine
                .getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> one.engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        one.engine.close();
        other.engine.close();
    }

    @Test
    void aShippedFolderIsTakenUpByTheOtherNode() throws IOException {
        assertThat(other.newCasesBeginOn()).doesNotContain("Match the contact");
        Shop.write(folder, Shop.changed("Legal asked for it."));
        one.start(folder);
        assertThat(other.newCasesBeginOn()).contains("Match the contact");
        assertThat(other.inUse()).isEqualTo(one.inUse()).isNotEmpty();
        other.start(folder);
        assertThat(other.versions.all())
                .as("the other node ships nothing a second time")
                .hasSize(2);
        assertThat(other.engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(2);
    }

    @Test
    void whatIsRolledBackOnOneNodeIsRolledBackOnTheOther() throws IOException {
        String first = one.inUse();
        Shop.write(folder, Shop.changed("Legal asked for it."));
        one.start(folder);
        assertThat(other.newCasesBeginOn()).contains("Match the contact");
        String back = other.ship.rollBack(first, "It was wrong.", "ada");
        one.ship.accept(back, one.inUse(), "bob");
        assertThat(other.inUse()).isEqualTo(back);
        assertThat(one.newCasesBeginOn()).doesNotContain("Match the contact");
        assertThat(other.newCasesBeginOn()).isEqualTo(one.newCasesBeginOn());
    }

    @Test
    void ofUploadsThatAreAcceptedAtOnceOneIsUsed() throws Exception {
        String seen = one.inUse();
        AtomicInteger threads = new AtomicInteger();
        List<Throwable> failures = AtOnce.failures(() -> {
            int thread = threads.getAndIncrement();
            Node node = thread % 2 == 0 ? one : other;
            String proposed = node.ship.upload(ModelZip.write(Shop.changed("Reason " + thread)), "ada");
            node.ship.accept(proposed, seen, "bob");
            return proposed;
        });
        assertThat(failures)
                .hasSize(AtOnce.allButOne())
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_AT_ONCE)));
        assertThat(one.inUse()).isEqualTo(other.inUse()).isNotEqualTo(seen);
        assertThat(one.versions.all())
                .filteredOn(version -> version.state() == ShippedVersion.State.ACCEPTED)
                .hasSize(2);
        assertThat(one.newCasesBeginOn())
                .isEqualTo(
                        one.versions.files(one.versions.inUse().orElseThrow()).model(MODEL))
                .isEqualTo(other.newCasesBeginOn());
    }

    /** One process with the database of all. */
    private final class Node {

        private final ProcessEngine engine;
        private final ShippedVersions versions = StoredVersions.of(database);
        private final TransactionTemplate transaction;
        private final CheckModels check;
        private final Deployments deployments;
        private final ShipModels ship;

        Node(String name) {
            var manager = new DataSourceTransactionManager(database);
            var configuration = SharedMappings.in(new SpringProcessEngineConfiguration());
            configuration.setProcessEngineName("node-" + name);
            configuration.setDataSource(database);
            configuration.setTransactionManager(manager);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setJobExecutorActivate(false);
            configuration.setApplicationContext(new StaticApplicationContext());
            engine = configuration.buildProcessEngine();
            transaction = new TransactionTemplate(manager);
            deployments = new OfEngine();
            check = new CheckModels(deployments, List.of());
            ship = new ShipModels(versions, check, deployments, transaction, Clock.systemUTC());
        }

        void start(Path with) {
            new ShipAtStart(versions, check, deployments, new ShippingSettings(with), transaction, Clock.systemUTC())
                    .decide(Shop.shipped());
        }

        String inUse() {
            return versions.inUse().map(ShippedVersion::number).orElse("");
        }

        /** The model that the engine of this node takes for a new case. */
        String newCasesBeginOn() throws IOException {
            ProcessDefinition latest = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("consumer-registration")
                    .latestVersion()
                    .singleResult();
            try (var model = engine.getRepositoryService().getProcessModel(latest.getId())) {
                return new String(model.readAllBytes(), UTF_8);
            }
        }

        /** In the transaction that decides, as an instance does it. */
        private final class OfEngine implements Deployments {

            @Override
            public String deploy(Map<String, byte[]> files) {
                DeploymentBuilder builder =
                        engine.getRepositoryService().createDeployment().name("service-exchange");
                files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
                return builder.enableDuplicateFiltering(false).deploy().getId();
            }

            @Override
            public Optional<String> objection(Map<String, byte[]> files) {
                return Optional.empty();
            }
        }
    }
}
