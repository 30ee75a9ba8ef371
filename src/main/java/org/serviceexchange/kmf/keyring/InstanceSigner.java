package org.serviceexchange.kmf.keyring;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.PinnedKeys;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Signs with ISK and provides the public keys of the instance. */
@Service
class InstanceSigner implements InstanceKeys {

    private final InstanceKeyRows instanceKeys;
    private final KeyHierarchy hierarchy;
    private final ObjectProvider<PinnedKeys> pinned;
    private final CompositeSignature signature = new CompositeSignature();

    InstanceSigner(InstanceKeyRows instanceKeys, KeyHierarchy hierarchy, ObjectProvider<PinnedKeys> pinned) {
        this.instanceKeys = instanceKeys;
        this.hierarchy = hierarchy;
        this.pinned = pinned;
    }

    @Override
    public String thumbprint() {
        return Thumbprint.of(signaturePublicKey());
    }

    @Override
    public byte[] signaturePublicKey() {
        return publicKey(instanceKeys.active(KeyName.SIGNATURE));
    }

    @Override
    public byte[] encryptionPublicKey() {
        return publicKey(instanceKeys.active(KeyName.ENCRYPTION));
    }

    @Override
    public byte[] sign(byte[] message) {
        return sign(instanceKeys.active(KeyName.SIGNATURE), message);
    }

    @Override
    public List<String> thumbprints() {
        return versions().stream()
                .filter(InstanceSigner::maySign)
                .map(row -> Thumbprint.of(publicKey(row)))
                .toList();
    }

    @Override
    public List<byte[]> signaturePublicKeys() {
        return versions().stream().map(this::publicKey).toList();
    }

    @Override
    public InstanceKeys as(String thumbprint) {
        return versions().stream()
                .filter(row -> maySign(row) && Thumbprint.of(publicKey(row)).equals(thumbprint))
                .findFirst()
                .map(this::under)
                .orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, KeyName.SIGNATURE + " " + thumbprint));
    }

    @Override
    public InstanceKeys ofRecord(String number) {
        return under(known -> known.ofRecord(number));
    }

    @Override
    public InstanceKeys knownTo(String number) {
        return under(known -> known.knownTo(number));
    }

    private InstanceKeys under(Function<PinnedKeys, Optional<String>> asked) {
        List<String> held = thumbprints();
        return held.size() == 1
                ? this
                : pinned.stream()
                        .flatMap(known -> asked.apply(known).stream())
                        .findFirst()
                        .filter(held::contains)
                        .map(this::as)
                        .orElse(this);
    }

    @Override
    public void addressedAs(String number, String thumbprint) {
        if (!thumbprint.equals(thumbprint())) {
            pinned.ifAvailable(known -> known.pinned(number, thumbprint, thumbprint()));
        }
    }

    /** All versions of ISK, the active one first. */
    private List<KeyRow> versions() {
        KeyRow active = instanceKeys.active(KeyName.SIGNATURE);
        List<KeyRow> others = instanceKeys.all().stream()
                .filter(row -> row.name().equals(KeyName.SIGNATURE) && row.version() != active.version())
                .toList();
        return Stream.concat(Stream.of(active), others.stream()).toList();
    }

    /** A replaced key goes on signing for peers that know no other; one that a person has withdrawn signs for nobody any more. */
    private static boolean maySign(KeyRow row) {
        return row.state() == KeyState.ACTIVE || row.state() == KeyState.DEACTIVATED;
    }

    private InstanceKeys under(KeyRow row) {
        return row.state() == KeyState.ACTIVE ? this : new EarlierKey(row);
    }

    private byte[] sign(KeyRow row, byte[] message) {
        byte[] key = hierarchy.unwrap(row);
        try {
            return signature.sign(key, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The instance signature key does not sign.", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] publicKey(KeyRow row) {
        hierarchy.keysFor(row).verify(row);
        return row.publicPart().clone();
    }

    /** This instance for peers that know an earlier ISK. */
    private final class EarlierKey implements InstanceKeys {

        private final KeyRow row;

        EarlierKey(KeyRow row) {
            this.row = row;
        }

        @Override
        public String thumbprint() {
            return Thumbprint.of(row.publicPart());
        }

        @Override
        public byte[] signaturePublicKey() {
            return publicKey(row);
        }

        @Override
        public byte[] encryptionPublicKey() {
            return InstanceSigner.this.encryptionPublicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            return InstanceSigner.this.sign(row, message);
        }

        @Override
        public List<String> thumbprints() {
            return InstanceSigner.this.thumbprints();
        }

        @Override
        public List<byte[]> signaturePublicKeys() {
            return InstanceSigner.this.signaturePublicKeys();
        }

        @Override
        public InstanceKeys as(String thumbprint) {
            return InstanceSigner.this.as(thumbprint);
        }

        @Override
        public InstanceKeys ofRecord(String number) {
            return InstanceSigner.this.ofRecord(number);
        }

        @Override
        public InstanceKeys knownTo(String number) {
            return InstanceSigner.this.knownTo(number);
        }

        @Override
        public void addressedAs(String number, String thumbprint) {
            InstanceSigner.this.addressedAs(number, thumbprint);
        }
    }
}
