package org.serviceexchange.kmf.keyring;

/** Names a key by its module and its purpose there. At most one key of a name is Active. */
public record KeyName(String module, String purpose) {

    /** Module of the instance keys. */
    public static final String INSTANCE = "instance";

    /** IKEK, the key-encryption key: wraps the keys below. */
    public static final KeyName KEY_ENCRYPTION = new KeyName(INSTANCE, "key-encryption");

    /** IHK, the HMAC key: authenticates rows and computes keyed hashes. */
    public static final KeyName HMAC = new KeyName(INSTANCE, "hmac");

    /** ISK, the signature key: signs for the instance. */
    public static final KeyName SIGNATURE = new KeyName(INSTANCE, "signature");

    /** IAEK: will let peers encrypt to the instance. Reserved, not used yet: only the health checks seal to it. */
    public static final KeyName ENCRYPTION = new KeyName(INSTANCE, "encryption");

    /** The instance encrypter: seals secrets. */
    public static final KeyName ENCRYPTER = new KeyName(INSTANCE, "encrypter");

    /** The record key: authenticates rows of other parts of the application. */
    public static final KeyName RECORD = new KeyName(INSTANCE, "record");

    /** The name of an instance key. */
    public static KeyName ofInstance(String purpose) {
        return new KeyName(INSTANCE, purpose);
    }

    @Override
    public String toString() {
        return module + " " + purpose;
    }
}
