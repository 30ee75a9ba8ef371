package org.serviceexchange.platform.store;

import java.util.function.UnaryOperator;

/** Numbers for tests of one thread, which therefore never wait. */
public record TestNumbers(UnaryOperator<String> numbers) implements Numbers {

    @Override
    public String next(String prefix) {
        return numbers.apply(prefix);
    }

    @Override
    public void lock(String prefix) {
        // Nobody else draws numbers
    }
}
