package org.serviceexchange.connection.campaign;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.connection.campaign.Campaigns.Counts;

/** How many connections a campaign asks next. */
final class Waves {

    private Waves() {}

    /** The campaign as it goes on, and how many connections it asks now. */
    record Next(Campaign campaign, long count) {}

    static Next next(Campaign campaign, Counts counts, Instant now) {
        CampaignPlan plan = campaign.plan();
        boolean canaryLate = campaign.wavesFrom() == null && counts.late() > 0;
        if (canaryLate || counts.late() >= plan.stopAfter()) {
            return new Next(campaign.in(Campaign.State.FAILED), 0);
        }
        if (campaign.exhausted()) {
            boolean over = counts.renewed() + counts.late() >= counts.asked();
            return new Next(over ? campaign.in(Campaign.State.DONE) : campaign, 0);
        }
        if (counts.asked() < plan.canaries()) {
            return new Next(campaign, plan.canaries() - counts.asked());
        }
        Instant from = campaign.wavesFrom();
        if (from == null) {
            return counts.renewed() < counts.asked() ? new Next(campaign, 0) : new Next(campaign.inWavesFrom(now), 0);
        }
        long due = plan.canaries() + Duration.between(from, now).toSeconds() * plan.perHour() / 3600;
        return new Next(campaign, Math.max(0, due - counts.asked()));
    }
}
