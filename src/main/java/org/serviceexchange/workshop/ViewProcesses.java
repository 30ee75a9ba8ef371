package org.serviceexchange.workshop;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.serviceexchange.platform.engine.StepTimes;
import org.serviceexchange.platform.label.TranslatedModel;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.workshop.model.ModelDifference;
import org.serviceexchange.workshop.model.ModelElement;
import org.serviceexchange.workshop.model.ModelElements;
import org.springframework.stereotype.Service;

/** What the pages of the processes show; each answer takes a constant number of statements. */
@Service
public class ViewProcesses {

    private static final Duration LATELY = Duration.ofDays(30);

    private final ProcessVersions versions;
    private final StepDurations durations;
    private final Clock clock;

    public ViewProcesses(ProcessVersions versions, StepDurations durations, Clock clock) {
        this.versions = versions;
        this.durations = durations;
        this.clock = clock;
    }

    /** All versions, each process's newest first. */
    public List<ProcessVersion> all() {
        return versions.all();
    }

    /** The versions of this process, the newest first; a {@code NOT_FOUND} problem if there is none. */
    public List<ProcessVersion> of(String key) {
        List<ProcessVersion> all =
                versions.all().stream().filter(one -> one.key().equals(key)).toList();
        if (all.isEmpty()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return all;
    }

    /** The BPMN file of a version, with labels in this language. */
    public String model(ProcessVersion version, Locale language) {
        return TranslatedModel.of(versions.model(version.id()), versions.labels(version.id()), language);
    }

    /** What the process of a version is called in this language. */
    public String name(ProcessVersion version, Locale language) {
        return versions.labels(version.id()).in(version.name(), language);
    }

    /** How this version differs from the older one. */
    public ModelDifference difference(ProcessVersion older, ProcessVersion newer) {
        return ModelDifference.between(elements(older), elements(newer));
    }

    /** Where the cases on this version stand. */
    public CasesInPlaces places(ProcessVersion version) {
        return CasesInPlaces.of(elements(version), versions.standings(version.id()));
    }

    /** Where cases of all versions spent their time in the last 30 days, drawn on this one. */
    public HeatMap heat(ProcessVersion version) {
        return HeatMap.of(
                elements(version),
                durations.since(version.key(), clock.instant().minus(LATELY)));
    }

    /** A duration in words, for the pages. */
    public LocalizedMessage inWords(Duration took) {
        return StepTimes.inWords(took);
    }

    private Map<String, ModelElement> elements(ProcessVersion version) {
        return ModelElements.of(versions.model(version.id()), versions.labels(version.id()));
    }
}
