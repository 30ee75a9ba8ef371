package org.serviceexchange.connection.state;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.state.Inquiries.Heard;

/**
 * What was known of a record and of its peer when the peer was asked.
 *
 * @param version version of the own record
 * @param heard what the peer had said last
 * @param taken the time until which the question was taken; null if it was not due
 */
public record Asked(long version, Optional<Heard> heard, @Nullable Instant taken) {

    /**
     * Whether an answer came too late: another one was adopted after this question was asked, and this one is older. An older
     * one that answers a question asked after that was made after it too: the peer's database was set back.
     */
    boolean isOvertaken(PeerVersion answer, Optional<Heard> now) {
        return !now.equals(heard)
                && now.filter(last -> answer.compareTo(last.version()) < 0).isPresent();
    }
}
