package org.serviceexchange.connection.campaign.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.campaign.CampaignPlan;

/** What a person entered about a campaign. */
public record CampaignForm(
        @Nullable String canaries,
        @Nullable String perHour,
        @Nullable String stopAfter,
        @Nullable String chosen) {

    public CampaignForm {
        canaries = Objects.requireNonNullElse(canaries, "3");
        perHour = Objects.requireNonNullElse(perHour, "60");
        stopAfter = Objects.requireNonNullElse(stopAfter, "3");
        chosen = Objects.requireNonNullElse(chosen, "");
    }

    /** The plan; an {@code INPUT_INVALID} problem names the field that is wrong. */
    CampaignPlan plan() {
        return CampaignPlan.of(text(canaries), text(perHour), text(stopAfter), text(chosen));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
