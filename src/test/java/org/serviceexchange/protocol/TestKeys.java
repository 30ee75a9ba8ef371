package org.serviceexchange.protocol;

import java.security.GeneralSecurityException;
import java.util.List;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.RawKeyPair;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.wire.Party;

/** The long-term keys of an instance, derived from its name. */
public final class TestKeys implements InstanceKeys {

    /** The client key of the example in RFC 7517, appendix A.1. */
    public static final ClientKey CLIENT_KEY =
            ClientKey.of("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM");

    private final String name;
    private final boolean pretends;
    private final CompositeSignature composite;
    private final RawKeyPair signature;
    private final RawKeyPair encryption;

    public TestKeys(String name) {
        this(name, false);
    }

    private TestKeys(String name, boolean pretends) {
        this.name = name;
        this.pretends = pretends;
        composite = new CompositeSignature(new SeededRandom(name + " signature"));
        signature = composite.generate();
        encryption = new XWing(new SeededRandom(name + " encryption")).generate();
    }

    /** Keys of an instance that signs in the name of any other. */
    public static TestKeys pretending(String name) {
        return new TestKeys(name, true);
    }

    public Party party() {
        return new Party(url(), signature.publicKey());
    }

    public String url() {
        return "https://" + name + ".example.com";
    }

    public RawKeyPair signatureKeyPair() {
        return signature;
    }

    public RawKeyPair encryptionKeyPair() {
        return encryption;
    }

    @Override
    public String thumbprint() {
        return Thumbprint.of(signature.publicKey());
    }

    @Override
    public byte[] signaturePublicKey() {
        return signature.publicKey().clone();
    }

    @Override
    public byte[] encryptionPublicKey() {
        return encryption.publicKey().clone();
    }

    @Override
    public List<String> thumbprints() {
        return List.of(thumbprint());
    }

    @Override
    public List<byte[]> signaturePublicKeys() {
        return List.of(signaturePublicKey());
    }

    @Override
    public InstanceKeys as(String thumbprint) {
        if (!pretends && !thumbprint.equals(thumbprint())) {
            throw new Problem(ProblemCode.KEY_UNKNOWN, thumbprint);
        }
        return this;
    }

    @Override
    public InstanceKeys ofRecord(String number) {
        return this;
    }

    @Override
    public InstanceKeys knownTo(String number) {
        return this;
    }

    @Override
    public void addressedAs(String number, String thumbprint) {
        if (!thumbprint.equals(thumbprint())) {
            throw new IllegalStateException("has one key only");
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            return composite.sign(signature.privateKey(), message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
