package org.serviceexchange.workshop.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;
import org.serviceexchange.workshop.ProcessVersion;
import org.serviceexchange.workshop.ProcessVersions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans, starts and stops moves of running cases.
 *
 * <p>Security guarantees: No case moves to a version that the rule book refuses.
 */
@Service
public class MoveCases {

    /** As many cases as are tried while a person waits. */
    static final int TRIED = 500;

    private static final int ALL = 100_000;

    private final Moves moves;
    private final CaseMover mover;
    private final ProcessVersions versions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public MoveCases(
            Moves moves, CaseMover mover, ProcessVersions versions, TransactionTemplate transaction, Clock clock) {
        this.moves = moves;
        this.mover = mover;
        this.versions = versions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a move would do.
     *
     * @param movable how many of the tried cases can move
     * @param refused the others, with why
     * @param tried how many were tried; fewer than there are if there are very many
     */
    public record Preview(MovePlan plan, int movable, List<MovedCase> refused, int tried) {

        public Preview {
            refused = List.copyOf(refused);
        }
    }

    /** From a version to another of the same process; a {@code NOT_FOUND} problem if there is no such version. */
    public MovePlan plan(String key, int from, int to) {
        if (from == to) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return MovePlan.between(version(key, from), version(key, to));
    }

    private ProcessVersion version(String key, int number) {
        return versions.all().stream()
                .filter(one -> one.key().equals(key) && one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /** Moves each case and takes it back, which shows what the engine would refuse. */
    public Preview preview(MovePlan plan) {
        requireRules(plan);
        List<MovedCase> cases = mover.running(plan.fromId(), TRIED);
        List<MovedCase> refused = new ArrayList<>();
        for (MovedCase one : cases) {
            mover.objection(plan, one.instance())
                    .ifPresent(why -> refused.add(one.ended(MovedCase.Result.REFUSED, why)));
        }
        return new Preview(plan, cases.size() - refused.size(), refused, cases.size());
    }

    /** Starts a move of all cases that run on the version now; returns its number. */
    public String start(MovePlan plan, String author) {
        requireRules(plan);
        return add(plan, mover.running(plan.fromId(), ALL), author, null);
    }

    /** Moves the cases back that a move has moved; one that went on to a step of the new version alone is refused. */
    public String undo(String number, String author) {
        CaseMove move = move(number);
        requireRules(move.plan().back());
        // A case that is moved after the list was read would stay on the new version
        stop(number);
        List<MovedCase> back = moves.cases(number, MovedCase.Result.MOVED, ALL).stream()
                .map(one -> one.ended(MovedCase.Result.WAITING, null))
                .toList();
        return add(move.plan().back(), back, author, number);
    }

    /** Stops a move, after which none of its cases moves any more; those that were moved stay where they are. */
    public void stop(String number) {
        transaction.executeWithoutResult(status -> {
            CaseMove move = moves.lock(number).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
            if (move.state() == CaseMove.State.RUNNING) {
                moves.save(move.in(CaseMove.State.STOPPED));
            }
        });
    }

    private String add(MovePlan plan, List<MovedCase> cases, String author, @Nullable String undoOf) {
        return Objects.requireNonNull(transaction.execute(status -> {
            CaseMove move =
                    new CaseMove(moves.nextNumber(), plan, author, clock.instant(), CaseMove.State.RUNNING, undoOf);
            moves.add(move, cases);
            return move.number();
        }));
    }

    CaseMove move(String number) {
        return moves.find(number).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /** A definition that somebody wrote into the database, or that a later rule refuses, is no place for a case. */
    void requireRules(MovePlan plan) {
        byte[] model = versions.model(plan.toId()).getBytes(UTF_8);
        List<LocalizedMessage> breaches =
                RuleBook.security(ProcessFolder.of(Map.of(plan.key() + ".bpmn", model))).stream()
                        .map(breach -> breach.report())
                        .toList();
        if (!breaches.isEmpty()) {
            throw new Problem(ProblemCode.MODEL_REFUSED, breaches);
        }
    }

    /**
     * A move as its page shows it.
     *
     * @param refused at most 100
     */
    public record View(CaseMove move, Map<MovedCase.Result, Long> counts, List<MovedCase> refused) {

        /** How many cases have this result. */
        public long count(String result) {
            return Optional.ofNullable(counts.get(MovedCase.Result.valueOf(result)))
                    .orElse(0L);
        }
    }

    /** A move and how far it is. */
    public View view(String number) {
        return new View(move(number), moves.counts(number), moves.cases(number, MovedCase.Result.REFUSED, 100));
    }

    /** The last moves of a process. */
    public List<CaseMove> of(String key) {
        return moves.of(key, 20);
    }
}
