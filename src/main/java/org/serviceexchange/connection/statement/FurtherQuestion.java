package org.serviceexchange.connection.statement;

import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * Asked of the peer of a complete record after its state was adopted: whenever that is another version than the one heard of before, and
 * with each regular question.
 */
public interface FurtherQuestion {

    /** No transaction is open. What is thrown hinders nothing else; it is asked again with the next regular question. */
    void ask(ConnectionSide side, String number);
}
