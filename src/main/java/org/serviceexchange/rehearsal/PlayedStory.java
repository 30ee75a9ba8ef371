package org.serviceexchange.rehearsal;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.checker.story.Story;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.rehearsal.engine.PassedStep;
import org.serviceexchange.rehearsal.mail.RecordedMail;

/**
 * A story as it was played on a real pair.
 *
 * @param told as the checker tells it
 * @param played how many of its passages were played
 * @param why what came otherwise than it was told, a sentence each; empty if nothing did
 * @param steps where its cases came by
 * @param mails what would have been sent
 */
public record PlayedStory(
        Story told,
        int played,
        List<LocalizedMessage> why,
        List<PassedStep> steps,
        List<RecordedMail> mails,
        Instant from,
        Instant until) {

    public PlayedStory {
        why = List.copyOf(why);
        steps = List.copyOf(steps);
        mails = List.copyOf(mails);
    }

    /** Whether all came as it is told. */
    public boolean asTold() {
        return why.isEmpty();
    }
}
