package org.serviceexchange.platform.store;

/**
 * What is left to record after somebody outside, such as another instance or a mail server, answered. Asking takes as long
 * as the other side likes and happens without a transaction; recording is short, happens in the caller's transaction, and
 * locks the row that it changes. Whatever happened to the row meanwhile is seen only then.
 */
@FunctionalInterface
public interface Recording<R> {

    /** Records the answer in the current transaction. */
    R record();

    /** Of an answer that changes nothing. */
    static <R> Recording<R> nothing(R result) {
        return () -> result;
    }
}
