package org.serviceexchange.workshop.shipping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;

/**
 * A set of models that was shipped, proposed or refused.
 *
 * @param number such as {@code PMV0001001}
 * @param fingerprint of all files
 * @param decision of the files and why they are to be used; the same decision counts once
 * @param reason in the words of who proposed it; empty for what came with the application
 * @param proposedBy user name, or the operator; empty for what came with the application
 * @param decidedBy who accepted or rejected it; null before
 * @param turn counts accepted versions, the greatest is in use; null unless accepted
 * @param deployment of the engine; null unless accepted
 * @param findings why it was refused; of others what whoever decides should know
 */
public record ShippedVersion(
        String number,
        Source source,
        State state,
        String fingerprint,
        String decision,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Long turn,
        @Nullable String deployment,
        List<LocalizedMessage> findings) {

    public ShippedVersion {
        findings = List.copyOf(findings);
    }

    /** As long as the columns. */
    private static final int LONGEST = 1000;

    private static final int LONGEST_FINDINGS = 16_000;

    /** Where it came from. */
    public enum Source {
        APPLICATION,
        FOLDER,
        UPLOAD,
        ROLLBACK
    }

    /** What became of it. */
    public enum State {
        /** Waits for another person. */
        PROPOSED,
        ACCEPTED,
        /** A person decided against it. */
        REJECTED,
        /** The checks did. */
        REFUSED
    }

    static ShippedVersion proposed(
            String number, Source source, ModelFiles files, String decision, String by, Instant at) {
        return new ShippedVersion(
                number,
                source,
                State.PROPOSED,
                files.fingerprint(),
                decision,
                files.reason().substring(0, Math.min(LONGEST, files.reason().length())),
                by,
                at,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** The same with notes of the checks. */
    ShippedVersion noting(List<LocalizedMessage> notes) {
        return new ShippedVersion(
                number,
                source,
                state,
                fingerprint,
                decision,
                reason,
                proposedBy,
                proposedAt,
                decidedBy,
                decidedAt,
                turn,
                deployment,
                fitting(notes));
    }

    ShippedVersion accepted(String by, Instant at, long nextTurn, String inDeployment) {
        return decided(State.ACCEPTED, by, at, nextTurn, inDeployment, findings);
    }

    ShippedVersion rejected(String by, Instant at) {
        return decided(State.REJECTED, by, at, null, null, findings);
    }

    ShippedVersion refused(Instant at, List<LocalizedMessage> why) {
        return decided(State.REFUSED, "", at, null, null, fitting(why));
    }

    /** The first ones, as many as can be kept. */
    private static List<LocalizedMessage> fitting(List<LocalizedMessage> findings) {
        int count = findings.size();
        while (count > 0
                && LocalizedMessageText.writeAll(findings.subList(0, count)).length() > LONGEST_FINDINGS) {
            count--;
        }
        return findings.subList(0, count);
    }

    private ShippedVersion decided(
            State next,
            String by,
            Instant at,
            @Nullable Long nextTurn,
            @Nullable String inDeployment,
            List<LocalizedMessage> why) {
        return new ShippedVersion(
                number,
                source,
                next,
                fingerprint,
                decision,
                reason,
                proposedBy,
                proposedAt,
                by,
                at,
                nextTurn,
                inDeployment,
                why);
    }
}
