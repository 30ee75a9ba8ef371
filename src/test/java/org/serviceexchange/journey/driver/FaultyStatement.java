package org.serviceexchange.journey.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Statement;

/** A statement that says what it writes. */
final class FaultyStatement implements InvocationHandler {

    private final Statement statement;
    private final String prepared;
    private final FaultyConnection connection;
    private final Written parameters = new Written();

    FaultyStatement(Statement statement, String prepared, FaultyConnection connection) {
        this.statement = statement;
        this.prepared = prepared;
        this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("setString") || name.equals("setObject")) {
            parameters.parameter(arguments[1]);
        }
        if (!name.startsWith("execute")) {
            return FaultyConnection.call(statement, method, arguments);
        }
        String text = arguments != null && arguments[0] instanceof String given ? given : prepared;
        return connection.execute(text, parameters, () -> FaultyConnection.call(statement, method, arguments));
    }
}
