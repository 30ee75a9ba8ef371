package org.serviceexchange.workshop.move;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Moves cases on the engine. */
public interface CaseMover {

    /** The cases that run on the version with this definition, so many at most, in a stable order. */
    List<MovedCase> running(String definition, int limit);

    /** What happened to a case. */
    enum Outcome {
        MOVED,
        /** It no longer runs on that version. */
        GONE,
        /** A step of it runs at this moment; the next try may succeed. */
        BUSY
    }

    /** The engine refuses a case, which stays where it is; the transaction is to be rolled back. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient LocalizedMessage why;

        public Refused(LocalizedMessage why, Throwable cause) {
            super(why.inDefault(), cause);
            this.why = why;
        }

        public LocalizedMessage why() {
            return why;
        }
    }

    /** Moves a case in the caller's transaction; {@link Refused} says in words where it stands and what is missing. */
    Outcome move(MovePlan plan, String instance);

    /** What {@link #move} would refuse; nothing is changed. */
    Optional<LocalizedMessage> objection(MovePlan plan, String instance);
}
