package org.serviceexchange.connection.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.Lineage;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.lineage.PeerView;
import org.serviceexchange.connection.lineage.ReceiverRule;
import org.serviceexchange.connection.lineage.SenderRule;

/** The heartbeats of one side's connections, by number: the real rules over rows in memory. */
final class WalkBeats {

    private static int ids;

    private final Map<String, OwnLine> lines = new HashMap<>();
    private final Map<String, PeerView> views = new HashMap<>();
    private final Map<String, String> heard = new HashMap<>();
    /** Whoever listens to the network has them all, whatever becomes of this side's data. */
    private final Map<String, List<Sent>> received = new HashMap<>();

    private record Sent(OwnLine line, String bytes) {}

    /** What became of a heartbeat. */
    record Beat(BeatVerdict verdict, boolean receiverDoubts, boolean senderDoubts) {}

    /** Sends a heartbeat, whose answer may be lost, to the other side; the receiver asks at once who a later incarnation is. */
    Beat send(String number, long version, WalkBeats receiver, String there, boolean lost) {
        OwnLine line = line(number).next();
        lines.put(number, line);
        String bytes = line.incarnation().id() + "." + line.counter() + "." + version;
        receiver.received.computeIfAbsent(there, none -> new ArrayList<>()).add(new Sent(line, bytes));
        ReceiverRule.Judgement judged = ReceiverRule.judge(receiver.view(there), line, bytes);
        receiver.views.put(there, judged.view());
        boolean receiverDoubts = false;
        if (judged.verdict() == BeatVerdict.ACCEPTED) {
            String said = version + " " + line.incarnation();
            String before = receiver.heard.put(there, said);
            receiverDoubts = before != null && !before.equals(said);
        }
        boolean senderDoubts = !lost && conclude(number, line, judged);
        if (!lost && receiver.view(there).asking() != null) {
            receiver.views.put(
                    there,
                    Lineage.resolve(
                                    receiver.view(there),
                                    Collections.nCopies(Lineage.QUESTIONS, Optional.of(line(number))))
                            .view());
        }
        return new Beat(judged.verdict(), receiverDoubts, senderDoubts);
    }

    private boolean conclude(String number, OwnLine sent, ReceiverRule.Judgement judged) {
        PeerView view = judged.view();
        SenderRule.Step step = SenderRule.after(judged.verdict(), view.highest(), sent.incarnation(), line(number));
        if (step == SenderRule.Step.RENEW) {
            lines.put(
                    number,
                    SenderRule.renewed(line(number), view.incarnation().orElseThrow(), view.highest(), newId()));
        }
        return step == SenderRule.Step.RENEW;
    }

    /** Number of the incarnation of this side's database. */
    long incarnation(String number) {
        return line(number).incarnation().number();
    }

    /** An old heartbeat of the other side comes again; its answer reaches nobody. */
    void replay(String there, Random random) {
        List<Sent> old = received.getOrDefault(there, List.of());
        if (!old.isEmpty()) {
            Sent again = old.get(random.nextInt(old.size()));
            views.put(
                    there,
                    ReceiverRule.judge(view(there), again.line(), again.bytes()).view());
        }
    }

    boolean quarantined(String number) {
        return view(number).quarantined();
    }

    void forget(String number) {
        lines.remove(number);
        views.remove(number);
        heard.remove(number);
    }

    private PeerView view(String number) {
        return views.getOrDefault(number, PeerView.NOTHING);
    }

    private OwnLine line(String number) {
        return lines.computeIfAbsent(number, none -> new OwnLine(new Incarnation(1, newId()), 0));
    }

    private static String newId() {
        return "id" + ids++;
    }

    /** Everything as it is now; running it later restores that. */
    Runnable backup() {
        Map<String, OwnLine> savedLines = new HashMap<>(lines);
        Map<String, PeerView> savedViews = new HashMap<>(views);
        Map<String, String> savedHeard = new HashMap<>(heard);
        return () -> {
            put(lines, savedLines);
            put(views, savedViews);
            put(heard, savedHeard);
        };
    }

    private static <T> void put(Map<String, T> into, Map<String, T> saved) {
        into.clear();
        into.putAll(saved);
    }
}
