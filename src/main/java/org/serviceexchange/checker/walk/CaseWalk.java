package org.serviceexchange.checker.walk;

import java.util.List;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnProcess;

/** A case of a process: what can happen to it where it stands, and where it stands afterwards. */
public final class CaseWalk {

    private final DrawnProcess process;
    private final StepCode code;
    private final CaseAlarms alarms = new CaseAlarms();
    private final CaseTokens tokens;
    private final CaseWay way;

    /** A case that has not begun. */
    public CaseWalk(DrawnProcess process, StepCode code) {
        this.process = process;
        this.code = code;
        this.tokens = new CaseTokens(process, code);
        this.way = new CaseWay(process, code, tokens, alarms);
    }

    public DrawnProcess process() {
        return process;
    }

    public CaseAlarms alarms() {
        return alarms;
    }

    /** Puts the case where it stood; what happened on its way is forgotten. */
    public void load(Position at, Choices choices) {
        restore(at);
        alarms.clear();
        way.reset(choices);
    }

    /** Puts the case where it stood before a step that came to nothing. */
    public void restore(Position at) {
        way.stop();
        tokens.restore(at);
    }

    /** Where it stands now. */
    public Position position() {
        return tokens.position();
    }

    /** The elements and flows that it came by since it was put where it stood, in order. */
    public List<String> trace() {
        return way.trace();
    }

    /** Begins. */
    public void begin() {
        tokens.begin();
        way.enter(process.startOf(process.id()).id());
        way.drain();
    }

    /** Elements in front of which a job waits. */
    public List<String> jobs() {
        return tokens.jobs();
    }

    /** Goes on with the job in front of an element. */
    public void job(String element) {
        tokens.takeJob(element);
        way.enter(element);
        way.drain();
    }

    /** Elements at which a person has something to do. */
    public List<String> persons() {
        return tokens.persons();
    }

    /** Whether it waits at an element. */
    public boolean waitsAt(String element) {
        return tokens.waitsAt(element);
    }

    /** A person has done what was to do at an element. */
    public void complete(String element) {
        process.element(element).listeners().forEach(listener -> code.run(listener, tokens.values()));
        tokens.take(element);
        way.leave(element);
        way.drain();
    }

    /** Timers that run. */
    public List<DrawnElement> timers() {
        return tokens.goesOn()
                ? process.timers().stream().filter(tokens::listens).toList()
                : List.of();
    }

    /** An event has come. */
    public void fire(DrawnElement event) {
        way.happen(event);
        way.drain();
    }

    /** Whether something waits for a message. */
    public boolean awaits(String message) {
        return !receivers(message).isEmpty();
    }

    /** Hands a message to everything that waits for it; false if nothing does. */
    public boolean tell(String message) {
        List<DrawnElement> receivers = receivers(message);
        receivers.forEach(way::happen);
        way.drain();
        return !receivers.isEmpty();
    }

    private List<DrawnElement> receivers(String message) {
        return tokens.goesOn()
                ? process.awaiting(message).stream().filter(tokens::listens).toList()
                : List.of();
    }

    /** Whether it ever waits for a message. */
    public boolean everAwaits(String message) {
        return !process.awaiting(message).isEmpty();
    }

    /** Messages that came before anybody waited for them. */
    public List<String> kept() {
        return List.copyOf(tokens.kept().keySet());
    }

    /** Keeps a message until somebody waits for it. */
    public void keep(String message, String user) {
        if (tokens.goesOn()) {
            tokens.kept().put(message, user);
        }
    }

    /** Notes that a message came too early and is lost. */
    public void miss(String message) {
        if (tokens.goesOn()) {
            tokens.missed().add(message);
        }
    }

    /** Notes that a message came for which this process never waits. */
    public void ignore(String message) {
        if (tokens.goesOn()) {
            alarms.unheard(message);
        }
    }

    /** Forgets what came before: it is void. */
    public void forgetMessages() {
        tokens.kept().clear();
        tokens.missed().clear();
    }

    /** Takes a kept message and returns the user that it is about; empty if there is none. */
    public String takeKept(String message) {
        String user = tokens.kept().remove(message);
        return user == null ? "" : user;
    }
}
