package org.serviceexchange.connection.campaign.store;

import java.time.Duration;
import org.serviceexchange.connection.campaign.CampaignSteps;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the campaign go on every minute, on one node and outside of its transaction. */
@Configuration(proxyBeanMethods = false)
class CampaignHousekeeping {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    HousekeepingTask campaign(CampaignSteps steps) {
        return HousekeepingTask.starting("campaign", PAUSE, steps::start);
    }
}
