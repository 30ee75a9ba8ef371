package org.serviceexchange.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of several tables, in a form that does not depend on the database that they come from. */
public interface Rows {

    /** Names in lower case. */
    List<String> tables();

    /** Hands over all rows of a table, in any order. */
    void read(String table, Sink sink);

    /** Takes the rows of one table. */
    interface Sink {

        /** Called once before the rows: names in lower case, sorted. */
        void columns(List<String> names);

        /** A value for each column: text, a whole number, a fraction, a truth value or nothing; bytes are base64. */
        void row(List<@Nullable Object> values);
    }
}
