package org.serviceexchange.block.field.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.serviceexchange.block.field.StartForms;

/** The forms that an engine of a test has deployed. */
public final class FormsOfAnEngine {

    private FormsOfAnEngine() {}

    public static StartForms of(ProcessEngine engine) {
        return new DeployedForms(engine.getRepositoryService());
    }
}
