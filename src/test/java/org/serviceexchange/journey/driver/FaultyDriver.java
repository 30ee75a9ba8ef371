package org.serviceexchange.journey.driver;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The driver of the database of an instance that a campaign breaks: passes everything on to H2's or PostgreSQL's, lists the
 * transactions that write, holds threads at some of them, and fails as a database in trouble fails. It needs nothing but the
 * JDK, because it stands in a jar of its own beside the packaged application.
 */
public final class FaultyDriver implements Driver {

    /** Makes the jar of this class part of the class path of an instance: the option {@code -javaagent} does that. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        // Being on the class path is all
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        DatabaseTrouble.now().connecting();
        return wrapped(real(url).connect(url, properties));
    }

    private static Connection wrapped(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                FaultyDriver.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new FaultyConnection(connection));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real(url).acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real(url).getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    private static Driver real(String url) throws SQLException {
        String name = url.startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver";
        try {
            return (Driver) Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }
}
