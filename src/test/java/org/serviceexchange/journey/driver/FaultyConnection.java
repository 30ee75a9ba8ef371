package org.serviceexchange.journey.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** A connection whose transactions are followed. */
final class FaultyConnection implements InvocationHandler {

    private final Connection connection;
    private final Written written = new Written();

    FaultyConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                return commit(method, arguments);
            }
            case "rollback", "close" -> written.forget();
            case "isValid" -> {
                if (DatabaseTrouble.now().isGone()) {
                    return false;
                }
            }
            default -> {}
        }
        return statement(call(connection, method, arguments), arguments);
    }

    private Object commit(Method method, Object[] arguments) throws Throwable {
        String kind = written.kind();
        written.forget();
        if (!kind.isEmpty()) {
            DatabaseTrouble.now().committing();
        }
        HoldPoints.before(kind);
        Object nothing = call(connection, method, arguments);
        HoldPoints.after(kind);
        return nothing;
    }

    private Object statement(Object made, Object[] arguments) {
        if (!(made instanceof Statement)) {
            return made;
        }
        Class<?> type = made instanceof CallableStatement
                ? CallableStatement.class
                : made instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        String text = made instanceof PreparedStatement ? (String) arguments[0] : "";
        return Proxy.newProxyInstance(
                FaultyConnection.class.getClassLoader(),
                new Class<?>[] {type},
                new FaultyStatement((Statement) made, text, this));
    }

    /** A statement is executed; without a transaction it is one of its own. */
    Object execute(String text, Written parameters, Call call) throws Throwable {
        DatabaseTrouble.now().executing(text);
        if (!connection.getAutoCommit()) {
            written.add(text, parameters);
            return call.happen();
        }
        Written alone = new Written();
        alone.add(text, parameters);
        HoldPoints.before(alone.kind());
        Object result = call.happen();
        HoldPoints.after(alone.kind());
        return result;
    }

    static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What the real driver does. */
    interface Call {
        Object happen() throws Throwable;
    }

}
