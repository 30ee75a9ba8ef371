package org.serviceexchange.backup;

import java.util.List;
import java.util.Objects;

/**
 * What a backup says of itself.
 *
 * @param format how its files are written; this version knows {@value #FORMAT}
 * @param product the version that took it; empty if that was not built by its own build
 * @param schema the newest migration of its database
 * @param takenAt the moment that all its rows show
 * @param instance the id of the instance in the database; empty if it never started
 * @param rootKeys ids of the keys that must come from the key store, because no row holds them
 * @param keyStore the SHA-256 of the file of the key store, base64url
 */
public record Manifest(
        int format,
        String product,
        String schema,
        String takenAt,
        String instance,
        List<String> rootKeys,
        String keyStore,
        List<TableContent> tables) {

    static final int FORMAT = 1;

    public Manifest {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(keyStore, "keyStore");
        rootKeys = List.copyOf(rootKeys);
        tables = List.copyOf(tables);
    }

    /** The number of all rows. */
    public long rows() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }
}
