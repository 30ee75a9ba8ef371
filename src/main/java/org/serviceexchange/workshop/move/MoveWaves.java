package org.serviceexchange.workshop.move;

import org.serviceexchange.platform.background.BackgroundRound;
import org.springframework.stereotype.Component;

/** Runs waves of moves in the background, one after the other. */
@Component
public class MoveWaves extends BackgroundRound {

    private final RunMoves runMoves;

    public MoveWaves(RunMoves runMoves) {
        super("moves", "Cases could not be moved; it is tried again.");
        this.runMoves = runMoves;
    }

    @Override
    protected void round() {
        runMoves.step();
    }
}
