package org.serviceexchange.platform.measure.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
import org.camunda.bpm.engine.impl.metrics.Meter;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.stereotype.Component;

/**
 * Publishes the engine's own job counters as metrics, which the engine is configured not to write to the database, and counts
 * what it writes into its history.
 */
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
        show(
                configuration,
                Metrics.JOB_SUCCESSFUL,
                "service-exchange.engine.jobs",
                "Jobs of the engine that this node did.");
        show(
                configuration,
                Metrics.JOB_FAILED,
                "service-exchange.engine.failed-jobs",
                "Jobs of the engine that failed on this node, each try once.");
        configuration.setHistoryEventHandler(new CompositeHistoryEventHandler(
                configuration.getHistoryEventHandler(), new MeasuredHistory(new ProcessMeters(meters))));
    }

    private void show(ProcessEngineConfigurationImpl configuration, String engineName, String name, String help) {
        Meter meter = configuration.getMetricsRegistry().getDbMeterByName(engineName);
        FunctionCounter.builder(name, meter, Meter::get).description(help).register(meters);
    }
}
