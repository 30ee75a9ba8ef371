package org.serviceexchange.workshop.shipping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions that were shipped, proposed or refused; each row has a proof. */
public interface ShippedVersions {

    /** Lets one transaction on all nodes decide at a time, until it ends. */
    void lock();

    /** A number that was never used. */
    String nextNumber();

    /** All versions, the newest first. */
    List<ShippedVersion> all();

    Optional<ShippedVersion> find(String number);

    /** The version in use: that with the greatest turn. */
    Optional<ShippedVersion> inUse();

    /** Whether this decision was made before; what was refused then is no decision. */
    boolean isMade(String decision);

    /** Adds a version; one that was refused has no files. */
    void add(ShippedVersion version, Map<String, byte[]> files);

    void update(ShippedVersion version);

    /** Its files; a {@code RECORD_ALTERED} problem if they are not those of its fingerprint. */
    ModelFiles files(ShippedVersion version);
}
