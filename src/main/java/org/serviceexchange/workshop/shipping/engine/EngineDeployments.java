package org.serviceexchange.workshop.shipping.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.serviceexchange.platform.engine.ProcessDeployer;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.workshop.shipping.Deployments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys on the engine of this instance; what it only tries out is rolled back. */
@Component
class EngineDeployments implements Deployments {

    private final RepositoryService repository;
    private final ProcessDeployer deployer;
    private final TransactionTemplate aside;

    EngineDeployments(RepositoryService repository, ProcessDeployer deployer, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.deployer = deployer;
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String deploy(Map<String, byte[]> files) {
        return deployer.deploy(files);
    }

    @Override
    public Optional<String> objection(Map<String, byte[]> files) {
        DeploymentBuilder builder = repository.createDeployment().name("tried out");
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            aside.executeWithoutResult(status -> {
                status.setRollbackOnly();
                builder.deploy();
            });
            return Optional.empty();
        } catch (ProcessEngineException | Problem refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}
