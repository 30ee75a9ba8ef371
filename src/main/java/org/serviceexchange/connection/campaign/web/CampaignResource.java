package org.serviceexchange.connection.campaign.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.campaign.Campaign;
import org.serviceexchange.connection.campaign.CampaignInView;
import org.serviceexchange.connection.campaign.Campaigns;

/**
 * The campaign in the API.
 *
 * @param state a {@link Campaign.State}; {@code NONE} if there never was one
 * @param plan what was ordered; absent without a campaign
 * @param asked connections that were asked for new keys
 * @param renewed those that have them
 * @param late those that have had none for too long
 * @param leftOut connections that could not be asked, for example because they rest
 * @param oldKeys numbers of connections that were asked and still use the keys before, at most 100
 */
record CampaignResource(
        String state,
        @Nullable String startedBy,
        @Nullable Instant startedAt,
        @Nullable Plan plan,
        long asked,
        long renewed,
        long late,
        long leftOut,
        List<String> oldKeys) {

    private static final String NONE = "NONE";

    CampaignResource {
        oldKeys = List.copyOf(oldKeys);
    }

    /** What was ordered; no connections are named if all were meant. */
    record Plan(int canaries, int perHour, int stopAfter, List<String> connections) {

        Plan {
            connections = List.copyOf(connections);
        }
    }

    static CampaignResource of(CampaignInView.View view) {
        Campaign campaign = view.campaign();
        List<String> old =
                view.oldKeys().stream().map(Campaigns.Asked::connection).toList();
        if (campaign == null) {
            return new CampaignResource(NONE, null, null, null, 0, 0, 0, 0, old);
        }
        return new CampaignResource(
                campaign.state().name(),
                campaign.author(),
                campaign.startedAt(),
                new Plan(
                        campaign.plan().canaries(),
                        campaign.plan().perHour(),
                        campaign.plan().stopAfter(),
                        campaign.plan().chosen()),
                view.counts().asked(),
                view.counts().renewed(),
                view.counts().late(),
                campaign.leftOut(),
                old);
    }
}
