package org.serviceexchange.workshop.move;

/** Runs a wave in the thread of a test; one that the page began in the background at the same moment hinders nothing. */
public final class Rounds {

    private Rounds() {}

    public static void run(RunMoves runMoves) {
        runMoves.step();
    }
}
