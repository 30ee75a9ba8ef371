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

    /**
     * The other side has not answered for too long: a person is asked to restore the contact.
     *
     * @param subject whose journal and page the connection has
     */
    boolean contactLost(String number, String subject);

    /** Two databases answer at the other side's address: a person is asked to decide; as {@link #contactLost}. */
    boolean peerDoubled(String number, String subject);

    /**
     * Nobody need be asked any longer.
     *
     * @param lost whether that was about a lost contact, or about two databases
     */
    void alarmOver(String number, boolean lost);

    /** The connection is over; its record and keys went already. */
    void ended(String number);

    /** Retries the failed step now; false if there is none. */
    boolean retry(String number);
}
