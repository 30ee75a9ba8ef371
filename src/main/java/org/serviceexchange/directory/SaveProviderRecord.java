package org.serviceexchange.directory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets this instance up as a provider, or renames it. */
@Service
public class SaveProviderRecord {

    private final DirectoryRows rows;

    SaveProviderRecord(DirectoryRows rows) {
        this.rows = rows;
    }

    /**
     * Saves the provider record; a name with other characters than letters, digits and dashes is a
     * {@code PROVIDER_NAME_INVALID} problem.
     */
    @Transactional
    public ProviderRecord save(String name) {
        var providerRecord = new ProviderRecord(name.strip());
        rows.lockSetUp();
        rows.save(providerRecord);
        return providerRecord;
    }
}
