package org.serviceexchange.checker.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;

/** The places at which a case waits, and what it knows. */
final class CaseTokens {

    private static final String JOB = "!";
    private static final String ARRIVED = "<";
    private static final int MOST_JOBS = 2;

    private final DrawnProcess process;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Boolean> values = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();
    private final Set<String> missed = new HashSet<>();
    private final LiveValues live;
    private boolean begun;

    CaseTokens(DrawnProcess process, StepCode code) {
        this.process = process;
        this.live = new LiveValues(process, code);
    }

    void restore(Position at) {
        begun = at.begun();
        tokens.clear();
        tokens.addAll(at.tokens());
        values.clear();
        values.putAll(at.values());
        kept.clear();
        kept.putAll(at.kept());
        missed.clear();
        missed.addAll(at.missed());
    }

    /** What an ended case knew does not matter any more, nor what no gateway will read. */
    Position position() {
        if (begun && tokens.isEmpty()) {
            return new Position(true, List.of(), Map.of(), Map.of(), Set.of());
        }
        Map<String, Boolean> read = new HashMap<>(values);
        read.keySet()
                .removeIf(name -> tokens.stream()
                        .noneMatch(token -> live.of(element(token)).contains(name)));
        return new Position(begun, tokens, read, kept, missed);
    }

    void begin() {
        begun = true;
    }

    /** Whether it began and waits somewhere. */
    boolean goesOn() {
        return begun && !tokens.isEmpty();
    }

    Map<String, Boolean> values() {
        return values;
    }

    Map<String, String> kept() {
        return kept;
    }

    Set<String> missed() {
        return missed;
    }

    boolean waitsAt(String element) {
        return tokens.contains(element);
    }

    void waitAt(String element) {
        tokens.add(element);
    }

    /** A job waits in front of an element. What two of them can do stands for what more can, so that cases stay finite. */
    void waitForJob(String element) {
        if (Collections.frequency(tokens, element + JOB) < MOST_JOBS) {
            tokens.add(element + JOB);
        }
    }

    void takeJob(String element) {
        take(element + JOB);
    }

    void take(String token) {
        if (!tokens.remove(token)) {
            throw new NoWayOn(token);
        }
    }

    /** Arrives at a gateway that waits for so many; true if this was the last one, and all are gone. */
    boolean joined(String gateway, String flow, long expected) {
        tokens.add(gateway + ARRIVED + flow);
        List<String> here = tokens.stream()
                .filter(token -> token.startsWith(gateway + ARRIVED))
                .toList();
        if (here.size() < expected) {
            return false;
        }
        tokens.removeAll(here);
        return true;
    }

    boolean isAnyIn(String scope) {
        return tokens.stream().anyMatch(isIn(scope));
    }

    void endIn(String scope) {
        tokens.removeIf(isIn(scope));
    }

    /** Whether a case waits at an element, or anywhere within it. */
    boolean active(String host) {
        return process.element(host).kind() == DrawnKind.SUBPROCESS ? isAnyIn(host) : tokens.contains(host);
    }

    List<String> jobs() {
        return tokens.stream()
                .filter(token -> token.endsWith(JOB))
                .map(CaseTokens::element)
                .distinct()
                .toList();
    }

    /** The elements at which a person has something to do. */
    List<String> persons() {
        return tokens.stream()
                .filter(token -> process.elements().containsKey(token))
                .filter(token -> process.element(token).kind() == DrawnKind.PERSON)
                .distinct()
                .toList();
    }

    /** Whether an event can happen now. */
    boolean listens(DrawnElement event) {
        return switch (event.kind()) {
            case BOUNDARY -> active(event.host());
            case START ->
                process.elements().containsKey(event.scope())
                        && process.element(event.scope()).byEvent()
                        && isAnyIn(process.element(event.scope()).scope())
                        && !isAnyIn(event.scope());
            default -> tokens.contains(event.id());
        };
    }

    /** Whether what begins to wait here was there already. */
    void lookBack(DrawnElement element, CaseAlarms alarms) {
        if (missed.contains(element.message())) {
            alarms.missed(element.id());
        }
        process.borders(element.id()).stream()
                .filter(border -> missed.contains(border.message()))
                .forEach(border -> alarms.missed(border.id()));
    }

    private Predicate<String> isIn(String scope) {
        return token -> process.isIn(element(token), scope);
    }

    private static String element(String token) {
        int end = token.indexOf(ARRIVED);
        String place = end < 0 ? token : token.substring(0, end);
        return place.endsWith(JOB) ? place.substring(0, place.length() - 1) : place;
    }
}
