package org.serviceexchange.platform.store;

/** Generates numbers of records for people, such as REG0001001. */
public interface Numbers {

    /** The next number with this prefix of three letters; part of the caller's transaction, so there are no gaps. */
    String next(String prefix);
}
