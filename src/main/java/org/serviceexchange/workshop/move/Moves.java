package org.serviceexchange.workshop.move;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves and their cases. */
public interface Moves {

    /** A number that was never used; lets one caller at a time start a move. */
    String nextNumber();

    void add(CaseMove move, List<MovedCase> cases);

    Optional<CaseMove> find(String number);

    /** The same, and nobody else changes its state until the transaction ends. */
    Optional<CaseMove> lock(String number);

    /** Moves of a process, the newest first, so many at most. */
    List<CaseMove> of(String key, int limit);

    /** Moves that go on, the oldest first. */
    List<CaseMove> running();

    void save(CaseMove move);

    /** Cases of a move with this result, so many at most. */
    List<MovedCase> cases(String move, MovedCase.Result result, int limit);

    /** Locks a case until the transaction ends; false if it does not wait any longer. */
    boolean lockWaiting(String move, String instance);

    void save(String move, MovedCase one);

    /** How many cases have which result. */
    Map<MovedCase.Result, Long> counts(String move);
}
