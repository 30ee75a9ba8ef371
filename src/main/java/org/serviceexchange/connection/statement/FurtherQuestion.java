package org.serviceexchange.connection.statement;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** Asked of the peer of a complete record beside its state, whenever that is another version than the one heard of before. */
public interface FurtherQuestion {

    /** No transaction is open. What is thrown has the state asked again later, and this with it. */
    void ask(ConnectionSide side, String number);
}
