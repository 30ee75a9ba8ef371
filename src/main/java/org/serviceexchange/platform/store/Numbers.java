package org.serviceexchange.platform.store;

/** Generates numbers of records for people, such as REG0001001. */
public interface Numbers {

    /** The next number with this prefix of three letters; part of the caller's transaction, so there are no gaps. */
    String next(String prefix);

    /**
     * Lets one caller at a time go on until its transaction ends, as {@link #next} does, without drawing a number: to look
     * whether a record is there already before another is added.
     */
    void lock(String prefix);
}
