package org.serviceexchange.backup.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.backup.BackupFolder;
import org.serviceexchange.backup.CheckBackup;
import org.serviceexchange.backup.Database.Snapshot;
import org.serviceexchange.backup.Databases;
import org.serviceexchange.backup.Manifest;
import org.serviceexchange.backup.OwnerOnly;
import org.serviceexchange.backup.Progress;
import org.serviceexchange.backup.TakeBackup;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KeyStoreFiles;
import org.serviceexchange.kmf.RootKeyCare;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance that does not run, with the settings that it would start with. */
public final class OfflineInstance implements AutoCloseable {

    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String URL = "spring.datasource.url";

    private final List<String> settings;
    private final ConfigurableApplicationContext context;

    /** @param settings as an instance is given them, besides those in files and variables */
    public OfflineInstance(List<String> settings) {
        this.settings = List.copyOf(settings);
        this.context = OfflineContext.start(settings, Map.of());
    }

    /** The folder of all its files. */
    public Path home() {
        return context.getBean(InstanceSettings.class).home();
    }

    /** Takes a backup; a {@code DATABASE_IN_USE} problem if an instance has the embedded database open. */
    public Manifest takeBackup(Path folder, Progress progress) throws IOException {
        return context.getBean(TakeBackup.class).into(folder, databases().resting(), progress);
    }

    /**
     * What is missing from a backup, or does not fit together: its files, this version of the application, and whether the
     * passphrase of the settings opens its key store and this the keys in its rows. Writes nothing.
     */
    public List<LocalizedMessage> check(BackupFolder backup) {
        Manifest manifest = backup.manifest();
        List<LocalizedMessage> found = new ArrayList<>(new CheckBackup(backup).findings());
        if (!databases().knows(manifest.schema())) {
            found.add(LocalizedMessage.of("backup.found.newer", manifest.schema(), manifest.product()));
        }
        if (found.isEmpty() && !manifest.instance().isEmpty()) {
            proveKeys(backup, manifest, found);
        }
        return found;
    }

    /** Opens the keys of the backup as a start would, in a database in memory that has their tables only. */
    private void proveKeys(BackupFolder backup, Manifest manifest, List<LocalizedMessage> found) {
        Map<String, Object> instead = Map.of(
                URL,
                "jdbc:h2:mem:check-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "spring.datasource.username",
                "sa",
                "spring.datasource.password",
                "",
                "service-exchange.kmf.key-store",
                backup.keyStore().toString());
        try (ConfigurableApplicationContext memory = OfflineContext.start(settings, instead)) {
            memory.getBean(Databases.class)
                    .running()
                    .fill(manifest.schema(), new KeyRowsOnly(backup), (table, rows) -> {});
            memory.getBean(InstanceKeys.class).thumbprint();
        } catch (BeansException | Problem e) {
            Problem problem = problem(e).orElseThrow(() -> e);
            found.add(LocalizedMessage.of(
                    "backup.found.keys", String.join(", ", manifest.rootKeys()), problem.message()));
        }
    }

    /**
     * Puts a backup that was checked into place. Nothing is ever overwritten: a {@code TARGET_NOT_EMPTY} problem if there is
     * another key store or a database with rows. The key store comes first, so that a restore that was interrupted can be
     * repeated.
     */
    public void restore(BackupFolder backup, Progress progress) throws IOException {
        Manifest manifest = backup.manifest();
        databases().resting().requireEmpty();
        Path keyStore = context.getBean(KeyStoreFiles.class).keyStore();
        if (!Files.exists(keyStore)) {
            OwnerOnly.createFolder(Objects.requireNonNull(keyStore.getParent()));
            OwnerOnly.copy(backup.keyStore(), keyStore);
        } else if (Files.mismatch(backup.keyStore(), keyStore) >= 0) {
            throw new Problem(ProblemCode.TARGET_NOT_EMPTY, keyStore);
        }
        OwnerOnly.createFolder(home());
        databases().resting().fill(manifest.schema(), backup, progress);
    }

    /** Whether the settings name a PostgreSQL database. */
    public boolean hasPostgresql() {
        return context.getEnvironment().getProperty(URL, "").startsWith(POSTGRES);
    }

    /** Copies the embedded database into that of the settings; the embedded one is only read. */
    public String moveToPostgresql(Progress progress) {
        try (Snapshot snapshot = databases().embedded().snapshot()) {
            databases().resting().fill(snapshot.schema(), snapshot, progress);
            return snapshot.schema();
        }
    }

    /** See {@link RootKeyCare#changePassphrase}; a {@code DATABASE_IN_USE} problem while an instance runs on H2. */
    public Path changePassphrase(@Nullable Path file) {
        return care().changePassphrase(file);
    }

    /** See {@link RootKeyCare#rotateRootKey}; a {@code DATABASE_IN_USE} problem while an instance runs on H2. */
    public String rotateRootKey() {
        return care().rotateRootKey();
    }

    /** Never in an empty database: the key store would get the keys of a new instance, and lose those of the rows elsewhere. */
    private RootKeyCare care() {
        try (Snapshot there = databases().resting().snapshot()) {
            if (there.instance().isEmpty()) {
                String url = context.getEnvironment().getProperty(URL, "").replaceFirst("[?;].*", "");
                throw new Problem(
                        ProblemCode.BACKUP_NOT_USABLE, url, LocalizedMessage.of("backup.unusable.noInstance"));
            }
        }
        try {
            return context.getBean(RootKeyCare.class);
        } catch (BeansException e) {
            throw problem(e).orElseThrow(() -> e);
        }
    }

    private static Optional<Problem> problem(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst();
    }

    private Databases databases() {
        return context.getBean(Databases.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
