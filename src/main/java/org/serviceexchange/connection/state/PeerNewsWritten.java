package org.serviceexchange.connection.state;

/** A question became due in the current transaction; it can be asked once that is committed. */
public record PeerNewsWritten() {}
