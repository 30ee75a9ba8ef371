package org.serviceexchange.connection.campaign;

import java.util.Arrays;
import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * How a campaign goes on.
 *
 * @param canaries how many connections are asked first; the others only after these have new keys
 * @param perHour how many are asked per hour after that
 * @param stopAfter after how many failures it stops by itself
 * @param chosen numbers of connections; empty for all
 */
public record CampaignPlan(int canaries, int perHour, int stopAfter, List<String> chosen) {

    /** As many as one field of a form holds well. */
    private static final int MOST_CHOSEN = 200;

    public CampaignPlan {
        chosen = List.copyOf(chosen);
    }

    /** The plan that a person entered; an {@code INPUT_INVALID} problem names the field that is wrong. */
    public static CampaignPlan of(String canaries, String perHour, String stopAfter, String chosen) {
        List<String> numbers = Arrays.stream(chosen.split("[\\s,;]+"))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        if (numbers.size() > MOST_CHOSEN) {
            throw invalid("chosen", LocalizedMessage.of("campaign.invalid.tooMany", MOST_CHOSEN));
        }
        if (!numbers.stream().allMatch(number -> number.matches("[CP]CN[0-9]{7,12}"))) {
            throw invalid("chosen", LocalizedMessage.of("campaign.invalid.numbers"));
        }
        return new CampaignPlan(
                number("canaries", canaries, 100),
                number("perHour", perHour, 10_000),
                number("stopAfter", stopAfter, 1000),
                numbers);
    }

    private static int number(String field, String typed, int most) {
        if (!typed.strip().matches("[0-9]{1,6}")
                || Integer.parseInt(typed.strip()) < 1
                || Integer.parseInt(typed.strip()) > most) {
            throw invalid(field, LocalizedMessage.of("campaign.invalid.number", most));
        }
        return Integer.parseInt(typed.strip());
    }

    private static Problem invalid(String field, LocalizedMessage reason) {
        return new Problem(ProblemCode.INPUT_INVALID, LocalizedMessage.of("instance.field." + field), reason);
    }
}
