package org.serviceexchange.platform.store;

/** Numbers of records that people read, such as REG0001001. */
public interface Numbers {

    /** The next number with this prefix of three letters; part of the caller's transaction, so there are no gaps. */
    String next(String prefix);
}
