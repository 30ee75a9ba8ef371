package org.serviceexchange.checker;

import java.util.function.UnaryOperator;

/**
 * A change of the shipped processes that must not pass.
 *
 * @param keeping whether messages are kept that come too early
 * @param property the gravest that does not hold
 * @param steps how many steps lead there
 * @param last the last of them
 * @param end what is wrong there
 */
record WrongProcess(
        String name,
        boolean keeping,
        UnaryOperator<ChangedProcesses> change,
        Property property,
        int steps,
        String last,
        String end) {

    @Override
    public String toString() {
        return name;
    }
}
