package org.serviceexchange.backup.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.serviceexchange.backup.Database;
import org.serviceexchange.backup.OwnerOnly;
import org.serviceexchange.backup.Progress;
import org.serviceexchange.backup.Rows;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.DurableNames;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An embedded database that no instance uses. It is read without being written, and made anew beside its place. */
final class H2FileDatabase implements Database {

    private static final String SUFFIX = ".mv.db";

    private final Path file;
    private final String user;
    private final String password;
    private final Schema schema;

    /** @param path of the file without {@value #SUFFIX} */
    H2FileDatabase(Path path, String user, String password, Schema schema) {
        this.file = path.resolveSibling(path.getFileName() + SUFFIX)
                .toAbsolutePath()
                .normalize();
        this.user = user;
        this.password = password;
        this.schema = schema;
    }

    @Override
    public Snapshot snapshot() {
        if (!Files.exists(file)) {
            throw new Problem(ProblemCode.BACKUP_NOT_USABLE, file, LocalizedMessage.of("backup.unusable.noInstance"));
        }
        return new JdbcDatabase(source(file, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r"), schema, file.toString()).snapshot();
    }

    @Override
    public void requireEmpty() {
        if (Files.exists(file)) {
            throw new Problem(ProblemCode.TARGET_NOT_EMPTY, file);
        }
    }

    @Override
    public void fill(String version, Rows rows, Progress progress) {
        requireEmpty();
        Path drafts = file.resolveSibling("." + file.getFileName() + ".draft");
        try {
            OwnerOnly.delete(drafts);
            OwnerOnly.createFolder(drafts);
            Path draft = drafts.resolve(file.getFileName());
            DataSource source = source(draft, ";DB_CLOSE_DELAY=-1");
            try {
                new JdbcDatabase(source, schema, file.toString()).fill(version, rows, progress);
            } finally {
                shutDown(source);
            }
            OwnerOnly.closeAndGive(draft);
            OwnerOnly.force(draft);
            DurableNames.move(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(drafts);
        }
    }

    private static void shutDown(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            throw Dialect.problem(e);
        }
    }

    private static void delete(Path drafts) {
        try {
            OwnerOnly.delete(drafts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataSource source(Path database, String options) {
        String path = database.toString();
        return new DriverManagerDataSource(
                "jdbc:h2:file:" + path.substring(0, path.length() - SUFFIX.length()) + options, user, password);
    }
}
