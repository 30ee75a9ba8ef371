package org.serviceexchange.connection.lineage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What follows from asking "who are you" at the address of a peer of which a later incarnation was seen. */
public final class Lineage {

    /** How often the peer is asked, each time over a new connection: a balancer would lead to all databases behind it. */
    public static final int QUESTIONS = 5;

    /** So many adoptions within a few heartbeats are no restore any more. */
    static final int MOST_ADOPTIONS = 4;

    /** What was found. */
    public enum Finding {
        /** Not every question was answered, or the answer fits nothing that is known: ask again later. */
        OPEN,
        /** The peer was restored from a backup; its later incarnation counts from now on. */
        RESTORED,
        /** The later incarnation is sent by a copy of the peer's database. */
        COPY_FOUND,
        /** Two databases answer at the peer's address. */
        TWO_DATABASES
    }

    /**
     * The finding and what is known of the peer afterwards.
     *
     * @param view what is known
     */
    public record Resolution(Finding finding, PeerView view) {}

    private Lineage() {}

    /** Concludes from the answers to all questions; empty stands for one that got none. */
    public static Resolution resolve(PeerView view, List<Optional<OwnLine>> answers) {
        OwnLine known = view.known();
        Incarnation asking = view.asking();
        if (known == null || asking == null) {
            return new Resolution(Finding.OPEN, view.asking(null));
        }
        List<OwnLine> said = answers.stream().flatMap(Optional::stream).toList();
        if (said.stream().map(OwnLine::incarnation).distinct().count() > 1) {
            return new Resolution(Finding.TWO_DATABASES, view.inQuarantine());
        }
        if (said.size() < QUESTIONS) {
            return new Resolution(Finding.OPEN, view.asking(null));
        }
        OwnLine named =
                said.stream().max(Comparator.comparingLong(OwnLine::counter)).orElseThrow();
        if (named.incarnation().equals(known.incarnation())) {
            return new Resolution(Finding.COPY_FOUND, view.withCopy(asking));
        }
        if (named.incarnation().number() <= known.incarnation().number()) {
            return new Resolution(Finding.OPEN, view.asking(null));
        }
        PeerView adopted = view.adopted(named);
        return adopted.adoptions() >= MOST_ADOPTIONS
                ? new Resolution(Finding.TWO_DATABASES, view.inQuarantine())
                : new Resolution(Finding.RESTORED, adopted);
    }
}
