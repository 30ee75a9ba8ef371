package org.serviceexchange.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approval that the model of a case requires.
 *
 * @param id id of the user task in the model
 * @param label its label
 * @param question what a person decides; empty if the model does not say
 * @param before what is refused until it is given
 * @param bySecondPerson whether it takes somebody who neither requested the case nor gave another approval of it
 * @param askedAt since when a person is asked; null if none is asked now
 * @param given who approved; null if nobody has
 */
public record Approval(
        String id,
        String label,
        String question,
        ApprovalPlace before,
        boolean bySecondPerson,
        @Nullable Instant askedAt,
        @Nullable Given given) {

    /** A person's approval. */
    public record Given(String by, Instant at, String reason) {}

    /** One that nobody was asked for yet. */
    public static Approval required(
            String id, String label, String question, ApprovalPlace before, boolean bySecondPerson) {
        return new Approval(id, label, question, before, bySecondPerson, null, null);
    }

    Approval asked(@Nullable Instant at) {
        return new Approval(id, label, question, before, bySecondPerson, at, null);
    }

    Approval given(Given by) {
        return new Approval(id, label, question, before, bySecondPerson, null, by);
    }

    /** No longer asked for; what was given stays. */
    Approval withdrawn() {
        return new Approval(id, label, question, before, bySecondPerson, null, given);
    }
}
