package org.serviceexchange.kmf;

import java.util.Optional;

/** Which peers know this instance by another signature key than the active one. */
public interface PinnedKeys {

    /** Thumbprint of the signature key that the peer of this record knows, if that is not the active one. */
    Optional<String> ofRecord(String number);

    /** The same, even if a person gave up on telling the peer, for which the active key signs. */
    Optional<String> knownTo(String number);

    /** The peer of this record knows this key, and is to be told the active one. */
    void pinned(String number, String thumbprint, String active);
}
