package org.serviceexchange.platform.measure.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.metrics.Meter;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.stereotype.Component;

/** Publishes the engine's own job counters as metrics; the engine is configured not to write them to the database. */
@Component
class JobMeasurement extends AbstractProcessEnginePlugin {

    private final MeterRegistry meters;

    JobMeasurement(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setDbMetricsReporterActivate(false);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        show(configuration, Metrics.JOB_SUCCESSFUL, "service-exchange.engine.jobs");
        show(configuration, Metrics.JOB_FAILED, "service-exchange.engine.failed-jobs");
    }

    private void show(ProcessEngineConfigurationImpl configuration, String engineName, String name) {
        Meter meter = configuration.getMetricsRegistry().getDbMeterByName(engineName);
        FunctionCounter.builder(name, meter, Meter::get).register(meters);
    }
}
