package org.serviceexchange.directory;

/**
 * A password as it is stored.
 *
 * @param salt what was added to the password before it was hashed
 * @param hash the hash, which names its algorithm
 */
public record HashedPassword(String salt, String hash) {

    @Override
    public String toString() {
        return "HashedPassword[...]";
    }
}
