package org.serviceexchange.platform.engine.rules;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Lets the engine read accepted models only: asks {@link ModelRules} before the engine parses a file, and again about the tree
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
                refuseUnlessEmpty(ModelRules.findings(process, ParsedTree.of(root)));
            }
        };
    }

    private static void checkFiles(DeploymentEntity deployment) {
        List<String> findings = new ArrayList<>();
        deployment
                .getResources()
                .forEach((name, resource) -> findings.addAll(ModelRules.findings(name, resource.getBytes())));
        refuseUnlessEmpty(findings);
    }

    private static void refuseUnlessEmpty(List<String> findings) {
        if (!findings.isEmpty()) {
            throw new Problem(ProblemCode.MODEL_REFUSED, String.join("; ", findings));
        }
    }
}
