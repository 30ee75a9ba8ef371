package org.serviceexchange.connection.campaign;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.campaign.Campaigns.Asked;
import org.serviceexchange.connection.campaign.Campaigns.Counts;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.springframework.stereotype.Service;

/** What the page of the campaign shows. */
@Service
public class CampaignInView {

    private static final int SHOWN = 100;

    private final Campaigns campaigns;
    private final HeartbeatRows heartbeats;
    private final Clock clock;

    public CampaignInView(Campaigns campaigns, HeartbeatRows heartbeats, Clock clock) {
        this.campaigns = campaigns;
        this.heartbeats = heartbeats;
        this.clock = clock;
    }

    /**
     * What a page shows.
     *
     * @param campaign null if there never was one
     * @param oldKeys connections that were asked and still use the keys before, at most 100
     */
    public record View(@Nullable Campaign campaign, Counts counts, List<Asked> oldKeys) {

        public View {
            oldKeys = List.copyOf(oldKeys);
        }

        /** Whether it can be stopped. */
        public boolean running() {
            return campaign != null && campaign.state() == Campaign.State.RUNNING;
        }
    }

    public View now() {
        return new View(
                campaigns.last().orElse(null),
                campaigns.counts(clock.instant().minus(RunCampaign.LATE)),
                campaigns.waiting(SHOWN));
    }

    /**
     * What a plan would mean.
     *
     * @param connections how many connections get new keys
     * @param hours how long that takes if nothing fails, in whole hours
     */
    public record Preview(long connections, long hours) {}

    public Preview preview(CampaignPlan plan) {
        long count =
                plan.chosen().isEmpty() ? heartbeats.count() : plan.chosen().size();
        long inWaves = Math.max(0, count - plan.canaries());
        return new Preview(count, 1 + inWaves / plan.perHour());
    }
}
