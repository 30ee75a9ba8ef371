package org.serviceexchange.journey;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An instance on a database of the PostgreSQL that the tests share. */
final class OnPostgres {

    private OnPostgres() {}

    /** Where this database is, as the server of the tests names it. */
    static String url(DataSource database) {
        return ((PGSimpleDataSource) database).getUrl();
    }

    /** The settings of an instance that keeps its data there. */
    static String[] settings(DataSource database) {
        return new String[] {
            "--spring.datasource.url=" + url(database),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }
}
