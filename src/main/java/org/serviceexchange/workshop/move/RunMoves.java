package org.serviceexchange.workshop.move;

import java.util.List;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.workshop.move.MovedCase.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves cases in waves: each in a transaction of its own, with an entry in its journal, so that one that is refused hinders no other
 * and a move goes on after a restart.
 */
@Service
public class RunMoves {

    private static final Logger LOG = LoggerFactory.getLogger(RunMoves.class);
    private static final int WAVE = 200;

    private final Moves moves;
    private final MoveCases moveCases;
    private final CaseMover mover;
    private final ConnectionLookup connections;
    private final Journal journal;
    private final TransactionTemplate transaction;

    public RunMoves(
            Moves moves,
            MoveCases moveCases,
            CaseMover mover,
            ConnectionLookup connections,
            Journal journal,
            TransactionTemplate transaction) {
        this.moves = moves;
        this.moveCases = moveCases;
        this.mover = mover;
        this.connections = connections;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** One wave of each move that goes on; no transaction may be open. */
    void step() {
        for (CaseMove move : moves.running()) {
            try {
                moveCases.requireRules(move.plan());
            } catch (Problem refused) {
                LOG.error("The move {} stops: {}", move.number(), refused.getMessage());
                moveCases.stop(move.number());
                continue;
            }
            wave(move);
        }
    }

    private void wave(CaseMove move) {
        List<MovedCase> next = moves.cases(move.number(), Result.WAITING, WAVE);
        next.forEach(one -> move(move, one));
        if (moves.cases(move.number(), Result.WAITING, 1).isEmpty()) {
            transaction.executeWithoutResult(status -> moves.lock(move.number())
                    .filter(now -> now.state() == CaseMove.State.RUNNING)
                    .ifPresent(now -> moves.save(now.in(CaseMove.State.DONE))));
        }
    }

    private void move(CaseMove move, MovedCase one) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!moves.lockWaiting(move.number(), one.instance()) || !goesOn(move)) {
                    return;
                }
                switch (mover.move(move.plan(), one.instance())) {
                    case MOVED -> {
                        note(move, one);
                        moves.save(move.number(), one.ended(Result.MOVED, null));
                    }
                    case GONE -> moves.save(move.number(), one.ended(Result.GONE, null));
                    case BUSY -> status.setRollbackOnly();
                }
            });
        } catch (CaseMover.Refused refused) {
            transaction.executeWithoutResult(status -> {
                if (moves.lockWaiting(move.number(), one.instance())) {
                    moves.save(move.number(), one.ended(Result.REFUSED, refused.why()));
                }
            });
        } catch (RuntimeException failed) {
            LOG.warn("The case {} could not be moved at this moment; it is tried again.", one.number(), failed);
        }
    }

    /** Whether nobody has stopped the move; whoever stops it waits until this transaction has ended. */
    private boolean goesOn(CaseMove move) {
        return moves.lock(move.number())
                .filter(now -> now.state() == CaseMove.State.RUNNING)
                .isPresent();
    }

    private void note(CaseMove move, MovedCase one) {
        if (!one.number().isEmpty()) {
            journal.workNote(
                    subject(one.number()),
                    move.author(),
                    LocalizedMessage.of(
                            "workshop.move.noted",
                            move.number(),
                            move.plan().from(),
                            move.plan().to()));
        }
    }

    /** The process of a living connection has the number of the connection; its journal is that of the registration. */
    private String subject(String number) {
        return connections.find(number).map(LivingConnection::subject).orElse(number);
    }
}
