package org.serviceexchange.platform.store;

import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers for tests of one thread, which therefore never wait. */
public record TestNumbers(UnaryOperator<String> numbers) implements Numbers {

    /** Numbers as an instance draws them; who draws or locks them waits for whoever did before. */
    public static Numbers in(DataSource database) {
        return new JdbcNumbers(JdbcClient.create(database));
    }

    @Override
    public String next(String prefix) {
        return numbers.apply(prefix);
    }

    @Override
    public void lock(String prefix) {
        // Nobody else draws numbers
    }
}
