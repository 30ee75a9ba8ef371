package org.serviceexchange.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.rehearsal.engine.PassedStep;
import org.serviceexchange.rehearsal.mail.RecordedMail;

/** Sees where cases come by and which e-mails would be sent, on both sides, in order. */
final class Witness {

    private final List<PassedStep> steps = new ArrayList<>();
    private final List<RecordedMail> mails = new ArrayList<>();

    synchronized void step(PassedStep step) {
        steps.add(step);
    }

    synchronized void mail(RecordedMail mail) {
        mails.add(mail);
    }

    /** What was seen since the last time. */
    synchronized Seen takeSeen() {
        Seen seen = new Seen(List.copyOf(steps), List.copyOf(mails));
        steps.clear();
        mails.clear();
        return seen;
    }

    /** A part of what was seen. */
    record Seen(List<PassedStep> steps, List<RecordedMail> mails) {}
}
