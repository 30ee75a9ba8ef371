package org.serviceexchange.connection.campaign;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs steps of the campaign in the background, one after the other. */
@Component
public class CampaignSteps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignSteps.class);

    private final RunCampaign runCampaign;
    private final ExecutorService steps = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "campaign");
        thread.setDaemon(true);
        return thread;
    });

    public CampaignSteps(RunCampaign runCampaign) {
        this.runCampaign = runCampaign;
    }

    /** Runs a step in the background. */
    public void next() {
        steps.execute(() -> {
            try {
                runCampaign.step();
            } catch (RuntimeException e) {
                LOG.warn("The campaign could not go on; it is tried again.", e);
            }
        });
    }

    @Override
    public void close() {
        steps.shutdownNow();
    }
}
