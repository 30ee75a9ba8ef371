package org.serviceexchange.connection.campaign;

import org.serviceexchange.platform.background.BackgroundRound;
import org.springframework.stereotype.Component;

/** Runs steps of the campaign in the background, one after the other. */
@Component
public class CampaignSteps extends BackgroundRound {

    private final RunCampaign runCampaign;

    public CampaignSteps(RunCampaign runCampaign) {
        super("campaign", "The campaign could not go on; it is tried again.");
        this.runCampaign = runCampaign;
    }

    @Override
    protected void round() {
        runCampaign.step();
    }
}
