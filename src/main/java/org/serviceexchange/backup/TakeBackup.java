package org.serviceexchange.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.backup.Database.Snapshot;
import org.serviceexchange.kmf.KeyStoreFiles;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.DurableNames;
import org.serviceexchange.platform.settings.ProductVersion;
import org.springframework.stereotype.Service;

/**
 * Copies database and key store into a new folder.
 *
 * <p>Security guarantees: The folder has its name only once all of it is there. All rows show the same moment, and the key
 * store is that of the same time. The passphrase is not in it. Nobody but the owner may read it.
 */
@Service
public class TakeBackup {

    private static final int TRIES = 3;

    /** Who logged out after the backup must not be logged in again by it. */
    private static final String SESSIONS = "browser_session";

    private final KeyStoreFiles files;
    private final ProductVersion product;
    private final Clock clock;

    public TakeBackup(KeyStoreFiles files, ProductVersion product, Clock clock) {
        this.files = files;
        this.product = product;
        this.clock = clock;
    }

    /** A {@code TARGET_NOT_EMPTY} problem if the folder exists. */
    public Manifest into(Path folder, Database database, Progress progress) throws IOException {
        if (Files.exists(folder)) {
            throw new Problem(ProblemCode.TARGET_NOT_EMPTY, folder);
        }
        // Again if the key store was replaced meanwhile
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Path draft = OwnerOnly.draftOf(folder);
            try {
                Manifest manifest = write(new BackupFolder(draft), keyStore(), database, progress);
                if (Thumbprint.of(keyStore()).equals(manifest.keyStore())) {
                    DurableNames.move(draft, folder);
                    return manifest;
                }
            } finally {
                OwnerOnly.delete(draft);
            }
        }
        throw new Problem(
                ProblemCode.BACKUP_NOT_USABLE, folder, LocalizedMessage.of("backup.unusable.keyStoreChanges"));
    }

    private Manifest write(BackupFolder folder, byte[] keyStore, Database database, Progress progress)
            throws IOException {
        try (Snapshot snapshot = database.snapshot()) {
            String takenAt = clock.instant().toString();
            folder.writeKeyStore(keyStore);
            List<TableContent> tables = new ArrayList<>();
            for (String table : snapshot.tables()) {
                if (!table.startsWith(SESSIONS)) {
                    tables.add(folder.write(table, snapshot, progress));
                }
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    product.version(),
                    snapshot.schema(),
                    takenAt,
                    snapshot.instance(),
                    snapshot.rootKeys(),
                    Thumbprint.of(keyStore),
                    tables);
            folder.write(manifest);
            folder.force();
            return manifest;
        }
    }

    private byte[] keyStore() throws IOException {
        if (!Files.exists(files.keyStore())) {
            throw new Problem(ProblemCode.KEY_STORE_MISSING, files.keyStore());
        }
        return Files.readAllBytes(files.keyStore());
    }
}
