package org.serviceexchange.platform.engine.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;

/**
 * Lets the engine read accepted models only: asks the {@link RuleBook} before the engine parses a file, and again about the tree
 * that the engine has parsed. Both happen when a file is deployed and each time a deployed definition is loaded to be run, so
 * that a definition which came into the database in another way does not run.
 *
 * <p>Security guarantees: a model that the rule book refuses is not deployed. A stored definition that the rule book refuses is
 * not run. No script is run, in whatever language.
 */
public final class ModelGuard {

    private ModelGuard() {}

    /** Installs the guard, before the engine is built. */
    public static void configure(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreDeployers(List.<Deployer>of(ModelGuard::checkFiles));
        configuration.setScriptEngineResolver(new NoScripts());
    }

    /** Checks the tree as the engine understood it. */
    public static BpmnParseListener listener() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
                String process = definitions.isEmpty() ? "" : definitions.get(0).getKey();
                refuseUnlessEmpty(RuleBook.security(process, ParsedTree.of(root)));
            }
        };
    }

    private static void checkFiles(DeploymentEntity deployment) {
        Map<String, byte[]> files = new HashMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        refuseUnlessEmpty(RuleBook.security(ProcessFolder.of(files)));
    }

    private static void refuseUnlessEmpty(List<Breach> breaches) {
        if (!breaches.isEmpty()) {
            throw new Problem(
                    ProblemCode.MODEL_REFUSED,
                    breaches.stream().map(Breach::report).toList());
        }
    }
}
