package org.serviceexchange.connection.lineage;

/** What the receiver of a heartbeat answers, and what it knows of the sender afterwards. */
public final class ReceiverRule {

    /**
     * The result for one heartbeat.
     *
     * @param repeated whether it is the last accepted one again, so that it gets the stored answer
     * @param view what is known afterwards
     */
    public record Judgement(BeatVerdict verdict, boolean repeated, PeerView view) {}

    private ReceiverRule() {}

    /**
     * Judges a heartbeat that opened. Nothing raises an alarm here: an old message may come again, and a later incarnation
     * is believed only after the peer was asked.
     *
     * @param hash of its bytes
     */
    public static Judgement judge(PeerView view, OwnLine line, String hash) {
        OwnLine known = view.known();
        if (known == null) {
            return new Judgement(BeatVerdict.ACCEPTED, false, view.accepted(line, hash));
        }
        if (line.incarnation().equals(known.incarnation())) {
            return sameIncarnation(view, known, line, hash);
        }
        if (line.incarnation().number() <= known.incarnation().number()) {
            return unchanged(BeatVerdict.SUPERSEDED, view);
        }
        if (line.incarnation().equals(view.copy())) {
            return unchanged(BeatVerdict.COPY, view);
        }
        return view.quarantined()
                ? unchanged(BeatVerdict.QUARANTINED, view)
                : new Judgement(BeatVerdict.ASKING, false, view.asking(line.incarnation()));
    }

    private static Judgement sameIncarnation(PeerView view, OwnLine known, OwnLine line, String hash) {
        if (line.counter() > known.counter()) {
            return new Judgement(BeatVerdict.ACCEPTED, false, view.accepted(line, hash));
        }
        if (hash.equals(view.last())) {
            return new Judgement(BeatVerdict.ACCEPTED, true, view);
        }
        // Without a last one, the counter is what the peer said when it was asked, and the heartbeat may have been
        // under way
        boolean fork = line.counter() == known.counter() && view.last() != null;
        return unchanged(fork ? BeatVerdict.FORK : BeatVerdict.BEHIND, view);
    }

    private static Judgement unchanged(BeatVerdict verdict, PeerView view) {
        return new Judgement(verdict, false, view);
    }
}
