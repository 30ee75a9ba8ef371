package org.serviceexchange.checker.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.model.DrawnTimer;
import org.serviceexchange.checker.walk.CaseWalk;
import org.serviceexchange.checker.walk.Choices;
import org.serviceexchange.checker.walk.Position;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.RegistrationSnapshot;

/** A provider and a consumer that can be put into any state, to see what follows from it. */
public final class Pair {

    final PairPorts ports = new PairPorts();
    final OneRegistration registrations = new OneRegistration();
    final OneConnection connections = new OneConnection();
    private final boolean keeping;
    final ProviderOfPair provider;
    final ConsumerOfPair consumer;
    final CaseWalk registrationCase;
    final CaseWalk connectionCase;

    Choices choices = new Choices();
    String grant = "";
    String exchange = "";
    /** The timer that fires at this moment. */
    @Nullable
    DrawnTimer firing;
    /** What a timer that closes a record is drawn with, compared to the record's own time: less, more, or the same. */
    int comparedToRecord;

    /**
     * Over these processes.
     *
     * @param keeping whether messages that come too early are kept, as this application does
     */
    public Pair(DrawnProcess registration, DrawnProcess connection, boolean keeping) {
        this.keeping = keeping;
        PairNetwork network = new PairNetwork(this);
        provider = new ProviderOfPair(this, network);
        consumer = new ConsumerOfPair(this, network);
        registrationCase = new CaseWalk(registration, provider.code);
        connectionCase = new CaseWalk(connection, consumer.code);
    }

    /** The process of one side. */
    public CaseWalk walk(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? registrationCase : connectionCase;
    }

    /** What the process of one side has that is not understood here, a sentence each. */
    public List<LocalizedMessage> outside(ConnectionSide side) {
        Predicate<String> known = side == ConnectionSide.PROVIDER ? provider.code::knows : consumer.code::knows;
        DrawnProcess process = walk(side).process();
        List<LocalizedMessage> found = new ArrayList<>(process.outside());
        process.elements().values().stream()
                .filter(element -> element.kind() == DrawnKind.SERVICE && !known.test(element.code()))
                .forEach(element -> found.add(LocalizedMessage.of("checker.outside.code", element.label())));
        process.elements().values().stream()
                .filter(element -> !element.listeners().stream().allMatch(known))
                .forEach(element -> found.add(LocalizedMessage.of("checker.outside.code", element.label())));
        return found;
    }

    /** Puts both sides into a state, from which these choices lead on. */
    public void load(PairState state, Choices next) {
        choices = next;
        registrations.row = state.registration();
        connections.row = state.connection();
        registrationCase.load(state.provider(), next);
        connectionCase.load(state.consumer(), next);
        grant = state.grant();
        exchange = state.exchange();
        ports.clock.due(false);
        firing = null;
        comparedToRecord = 0;
    }

    /** The state in which both sides are now. */
    public PairState save() {
        return new PairState(
                registrations.row,
                registrationCase.position(),
                connections.row,
                connectionCase.position(),
                grantInForce(),
                exchangeInForce());
    }

    /** A token of a client that is gone is none. */
    private String grantInForce() {
        return registrations.ofClient(grant).isPresent() ? grant : "";
    }

    /** An exchange under an earlier claim, or of a connection that is over, is never resumed. */
    private String exchangeInForce() {
        ConnectionSnapshot row = connections.row;
        boolean inForce = row != null
                && !row.state().ended()
                && row.provider() != null
                && exchange.startsWith(row.provider().clientId() + " ");
        return inForce ? exchange : "";
    }

    /** Less than 0 if a timer that closes a record is drawn too short, more if it is too long, since the last state was loaded. */
    public int comparedToRecord() {
        return comparedToRecord;
    }

    /** Carries out something at one side whole or not at all; what was thrown is thrown. */
    void transaction(ConnectionSide side, Runnable act) {
        RegistrationSnapshot registration = registrations.row;
        ConnectionSnapshot connection = connections.row;
        Position before = walk(side).position();
        boolean done = false;
        try {
            act.run();
            done = true;
        } finally {
            if (!done) {
                walk(side).restore(before);
                if (side == ConnectionSide.PROVIDER) {
                    registrations.row = registration;
                } else {
                    connections.row = connection;
                }
            }
        }
    }

    /** The time with which the timer that fires is drawn; empty if none fires. */
    public String drawnTime() {
        return firing == null ? "" : firing.text();
    }

    /** A timer of a process closes the record, which has a time of its own. */
    void closing() {
        if (firing != null && firing.length() != null) {
            comparedToRecord = firing.length().compareTo(PairPorts.LIFE);
        }
    }

    /** Tells a process what happened; if it does not wait for it yet, that is kept or lost. */
    void tellOrKeep(ConnectionSide side, String message, String user) {
        CaseWalk walk = walk(side);
        if (walk.tell(message)) {
            return;
        }
        if (!walk.everAwaits(message)) {
            walk.ignore(message);
        } else if (keeping) {
            walk.keep(message, user);
        } else {
            walk.miss(message);
        }
    }
}
