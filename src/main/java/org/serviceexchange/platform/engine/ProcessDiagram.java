package org.serviceexchange.platform.engine;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.platform.message.Localizable;
import org.serviceexchange.platform.problem.Finding;

/** One kind of process as a picture, where its instances stand in it and why they do not go on; one bean for each kind. */
public final class ProcessDiagram {

    private final String process;
    private final ProcessPictures pictures;
    private final FailedSteps failed;

    public ProcessDiagram(String process, ProcessPictures pictures, FailedSteps failed) {
        this.process = process;
        this.pictures = pictures;
        this.failed = failed;
    }

    /** The BPMN file that the process with this business key runs on, with labels in this language; empty if the process is no longer kept. */
    public String source(String number, Locale language) {
        return pictures.source(process, number, language);
    }

    /** Where the process stands; nowhere if it is no longer kept. */
    public ProcessPosition position(String number, Locale language) {
        return pictures.position(process, number, language);
    }

    /** How long the process was in each of its steps. */
    public StepTimes times(String number, Instant now, Locale language) {
        return pictures.times(process, number, now, language);
    }

    /** Why the current step keeps failing, as the engine keeps it; nothing if it does not. */
    public Optional<Finding> trouble(String number) {
        return failed.reason(process, number);
    }

    /** The same with the time of the next try, read at once. */
    public FailedSteps.Failure failure(String number) {
        return failed.failure(process, number);
    }

    /** A label of these processes, which the newest model may translate. */
    public Localizable labelled(String label) {
        return pictures.labelled(process, label);
    }

    /** The name of a step as in the diagram of the case with this number; empty for what only groups steps. */
    public Optional<String> name(String number, String step, Locale language) {
        return pictures.name(process, number, step, language);
    }
}
