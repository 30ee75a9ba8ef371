package org.serviceexchange.connection.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.serviceexchange.connection.lineage.Lineage.Finding;
import org.serviceexchange.connection.lineage.ReceiverRule.Judgement;

/** One direction of one connection: databases that send, a network that may do anything, and a receiver; all by a seed. */
final class SimulatedWorld {

    /** A database of the sender; several nodes share it. */
    static final class Database {

        OwnLine line;
        boolean stopped;

        Database(OwnLine line) {
            this.line = line;
        }
    }

    /** A heartbeat under way, with the request that is open for its answer; of a replay, none. */
    private record Message(OwnLine line, String bytes, Database sender, boolean open) {}

    private static final double NOISE = 0.1;

    final List<Database> databases = new ArrayList<>();
    /** Those to which the pinned address leads. */
    final List<Database> addressed = new ArrayList<>();

    final List<Finding> findings = new ArrayList<>();
    final Random random;
    PeerView view = PeerView.NOTHING;
    boolean noise = true;
    int accepted;

    private final List<Message> underWay = new ArrayList<>();
    private final List<Message> recorded = new ArrayList<>();
    private int ids;
    private int bytes;

    SimulatedWorld(long seed) {
        random = new Random(seed);
        databases.add(new Database(new OwnLine(new Incarnation(1, newId()), 0)));
        addressed.add(databases.get(0));
    }

    private String newId() {
        return "id" + ids++;
    }

    private boolean chance() {
        return noise && random.nextDouble() < NOISE;
    }

    /** A node of each database may send; then some messages arrive, in any order. */
    void step() {
        for (Database database : databases) {
            if (!database.stopped) {
                int nodes = noise ? 1 + random.nextInt(2) : 1;
                IntStream.range(0, nodes).forEach(node -> send(database));
            }
        }
        if (chance() && !recorded.isEmpty()) {
            Message old = recorded.get(random.nextInt(recorded.size()));
            underWay.add(new Message(old.line(), old.bytes(), old.sender(), false));
        }
        while (!underWay.isEmpty() && (!noise || random.nextDouble() < 0.8)) {
            arrive(underWay.remove(noise ? random.nextInt(underWay.size()) : 0));
        }
        if (view.asking() != null) {
            ask();
        }
    }

    private void send(Database database) {
        database.line = database.line.next();
        Message message = new Message(database.line, "bytes" + bytes++, database, true);
        recorded.add(message);
        if (!chance()) {
            underWay.add(message);
            if (chance()) {
                underWay.add(message);
            }
        }
    }

    private void arrive(Message message) {
        Judgement judged = ReceiverRule.judge(view, message.line(), message.bytes());
        view = judged.view();
        accepted += judged.verdict() == BeatVerdict.ACCEPTED && !judged.repeated() ? 1 : 0;
        if (message.open() && !chance()) {
            conclude(message, judged.verdict());
        }
    }

    private void conclude(Message message, BeatVerdict verdict) {
        Database sender = message.sender();
        Incarnation sent = message.line().incarnation();
        switch (SenderRule.after(verdict, view.highest(), sent, sender.line)) {
            case RENEW ->
                sender.line =
                        SenderRule.renewed(sender.line, view.incarnation().orElseThrow(), view.highest(), newId());
            case STOP -> sender.stopped = true;
            case GO_ON, AGAIN, WAIT -> {
                // The next step sends again
            }
        }
    }

    private void ask() {
        List<Optional<OwnLine>> answers = IntStream.range(0, Lineage.QUESTIONS)
                .mapToObj(question -> chance()
                        ? Optional.<OwnLine>empty()
                        : Optional.of(addressed.get(random.nextInt(addressed.size())).line))
                .toList();
        Lineage.Resolution resolved = Lineage.resolve(view, answers);
        view = resolved.view();
        if (resolved.finding() != Finding.OPEN) {
            findings.add(resolved.finding());
        }
    }

    /** A copy of a database as it is now. */
    Database copy(Database original) {
        return new Database(original.line);
    }
}
