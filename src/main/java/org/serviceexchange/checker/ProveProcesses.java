package org.serviceexchange.checker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.checker.model.DrawnFolder;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.Pair;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Proves the properties of an onboarding for the two processes of a folder, or finds a way on which one does not hold. */
public final class ProveProcesses {

    /** Ids of the processes of the provider and of the consumer. */
    public static final String REGISTRATION = "consumer-registration";

    public static final String CONNECTION = "provider-connection";

    /** Many times as many as the processes of this application need. */
    private static final int MOST_STATES = 100_000;

    private ProveProcesses() {}

    /** Checks the processes of a folder as this application runs them; of models that it would not deploy nothing is proved. */
    public static Proof of(Path folder) throws IOException {
        List<LocalizedMessage> refused = refused(folder);
        return refused.isEmpty() ? of(folder, true) : Proof.none(refused);
    }

    /** Checks them whatever the rule book says. */
    static Proof of(Path folder, boolean keeping) throws IOException {
        List<LocalizedMessage> unproved = new ArrayList<>();
        Optional<Pair> pair = pair(folder, keeping, unproved);
        return pair.map(ProveProcesses::explored).orElseGet(() -> Proof.none(unproved));
    }

    /**
     * The pair of the processes of a folder.
     *
     * @param why is given a sentence for each reason why there is none: the rule book refuses it, or it is not understood
     */
    public static Optional<Pair> pair(Path folder, List<LocalizedMessage> why) throws IOException {
        why.addAll(refused(folder));
        return why.isEmpty() ? pair(folder, true, why) : Optional.empty();
    }

    private static List<LocalizedMessage> refused(Path folder) throws IOException {
        return RuleBook.check(ProcessFolder.of(folder)).stream()
                .filter(breach -> breach.kind().refuses())
                .map(Breach::report)
                .toList();
    }

    private static Optional<Pair> pair(Path folder, boolean keeping, List<LocalizedMessage> why) throws IOException {
        DrawnFolder drawn = DrawnFolder.read(folder);
        why.addAll(drawn.unreadable());
        Optional<DrawnProcess> registration = drawn.process(REGISTRATION);
        Optional<DrawnProcess> connection = drawn.process(CONNECTION);
        if (registration.isEmpty()) {
            why.add(LocalizedMessage.of("checker.missing", REGISTRATION));
        }
        if (connection.isEmpty()) {
            why.add(LocalizedMessage.of("checker.missing", CONNECTION));
        }
        if (registration.isEmpty() || connection.isEmpty() || !why.isEmpty()) {
            return Optional.empty();
        }
        Pair pair = new Pair(registration.get(), connection.get(), keeping);
        for (ConnectionSide side : ConnectionSide.values()) {
            why.addAll(pair.outside(side));
        }
        return why.isEmpty() ? Optional.of(pair) : Optional.empty();
    }

    private static Proof explored(Pair pair) {
        Exploration exploration = new Exploration(pair, MOST_STATES);
        boolean whole = exploration.run();
        if (whole) {
            Outlooks.judge(exploration);
        }
        List<LocalizedMessage> unproved =
                whole ? List.of() : List.of(LocalizedMessage.of("checker.tooMany", MOST_STATES));
        return new Proof(
                unproved,
                List.copyOf(exploration.against.values()),
                exploration.states.size(),
                exploration.edges.size(),
                List.of(
                        pair.walk(ConnectionSide.PROVIDER).process(),
                        pair.walk(ConnectionSide.CONSUMER).process()));
    }
}
