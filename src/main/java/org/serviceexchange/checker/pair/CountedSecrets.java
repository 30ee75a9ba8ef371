package org.serviceexchange.checker.pair;

import java.util.function.IntSupplier;
import org.serviceexchange.kmf.RandomSecrets;

/** Secrets that can be foreseen, so that the same step always has the same result. */
final class CountedSecrets extends RandomSecrets {

    private static final int LENGTH = 43;

    private final IntSupplier count;

    CountedSecrets(IntSupplier count) {
        this.count = count;
    }

    @Override
    public String next() {
        String number = String.valueOf(count.getAsInt());
        return "s".repeat(LENGTH - number.length()) + number;
    }
}
