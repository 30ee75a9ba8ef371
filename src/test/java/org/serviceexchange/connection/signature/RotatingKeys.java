package org.serviceexchange.connection.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.PinnedKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;

/** An instance that has had several signature keys; the newest is the first. */
final class RotatingKeys implements InstanceKeys {

    private final List<TestKeys> versions = new ArrayList<>();
    private final PinnedKeys pinned;

    RotatingKeys(String name, PinnedKeys pinned) {
        this.pinned = pinned;
        versions.add(new TestKeys(name));
    }

    /** As after a restore: only these keys are left. */
    void backTo(String name) {
        versions.removeIf(key -> !key.url().equals(new TestKeys(name).url()));
    }

    void add(String name) {
        versions.add(0, new TestKeys(name));
    }

    void withdraw(String name) {
        versions.removeIf(key -> key.url().equals(new TestKeys(name).url()));
    }

    private TestKeys active() {
        return versions.get(0);
    }

    @Override
    public String thumbprint() {
        return active().thumbprint();
    }

    @Override
    public byte[] signaturePublicKey() {
        return active().signaturePublicKey();
    }

    @Override
    public byte[] encryptionPublicKey() {
        return active().encryptionPublicKey();
    }

    @Override
    public byte[] sign(byte[] message) {
        return active().sign(message);
    }

    @Override
    public List<String> thumbprints() {
        return versions.stream().map(TestKeys::thumbprint).toList();
    }

    @Override
    public List<byte[]> signaturePublicKeys() {
        return versions.stream().map(TestKeys::signaturePublicKey).toList();
    }

    @Override
    public InstanceKeys as(String thumbprint) {
        return versions.stream()
                .filter(key -> key.thumbprint().equals(thumbprint))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, thumbprint));
    }

    @Override
    public InstanceKeys ofRecord(String number) {
        return under(pinned.ofRecord(number));
    }

    @Override
    public InstanceKeys knownTo(String number) {
        return under(pinned.knownTo(number));
    }

    private InstanceKeys under(Optional<String> known) {
        return known.filter(thumbprints()::contains).map(this::as).orElse(this);
    }

    @Override
    public void addressedAs(String number, String thumbprint) {
        if (!thumbprint.equals(thumbprint())) {
            pinned.pinned(number, thumbprint, thumbprint());
        }
    }
}
