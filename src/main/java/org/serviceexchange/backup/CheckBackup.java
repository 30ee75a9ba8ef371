package org.serviceexchange.backup;

import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;

/** Says what is missing from a backup, or mangled, before anything is written. */
public final class CheckBackup {

    private final BackupFolder folder;

    public CheckBackup(BackupFolder folder) {
        this.folder = folder;
    }

    /** What its files are not as its manifest says; a {@code BACKUP_NOT_USABLE} problem if there is no manifest. */
    public List<LocalizedMessage> findings() {
        Manifest manifest = folder.manifest();
        List<LocalizedMessage> found = new ArrayList<>();
        String keyStore = folder.keyStoreHash();
        if (keyStore.isEmpty()) {
            found.add(LocalizedMessage.of("backup.found.noKeyStore"));
        } else if (!keyStore.equals(manifest.keyStore())) {
            found.add(LocalizedMessage.of("backup.found.otherKeyStore"));
        }
        for (TableContent table : manifest.tables()) {
            if (!folder.has(table.name())) {
                found.add(LocalizedMessage.of("backup.found.noTable", table.name(), table.rows()));
            } else {
                compare(table, found);
            }
        }
        return found;
    }

    private void compare(TableContent said, List<LocalizedMessage> found) {
        ContentSum sum = ContentSum.alone();
        try {
            folder.read(said.name(), sum);
        } catch (Problem unreadable) {
            found.add(unreadable.message());
            return;
        }
        TableContent there = sum.of(said.name());
        if (there.rows() != said.rows() || !there.sum().equals(said.sum())) {
            found.add(LocalizedMessage.of("backup.found.otherRows", said.name(), there.rows(), said.rows()));
        }
    }
}
