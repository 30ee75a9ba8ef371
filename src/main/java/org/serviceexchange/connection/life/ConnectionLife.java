package org.serviceexchange.connection.life;

/** The process that each living connection has on each side. What comes too late is answered with false. */
public interface ConnectionLife {

    /** Begins with the connection; has no effect if it has begun. The connection's row is locked by the caller. */
    void begin(String number);

    /** A person, or the peer, wants new keys. */
    boolean rotationAsked(String number);

    /** The peer has taken the new keys, which nobody here asked for at this moment. */
    void keysRotated(String number);

    /** One of the sides said something else about a time in which the connection rests. */
    void suspensionChanged(String number);

    /** The connection is over; its record and keys went already. */
    void ended(String number);

    /** Retries the failed step now; false if there is none. */
    boolean retry(String number);
}
