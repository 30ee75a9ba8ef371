package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Module keys, wrapped by IKEK. */
@Service
class ModuleKeyRing implements ModuleKeys {

    private final KeyRows rows;
    private final KeyHierarchy hierarchy;
    private final KeyMaker maker;
    private final KeyMoves moves;

    ModuleKeyRing(KeyRows rows, KeyHierarchy hierarchy, KeyMaker maker, KeyMoves moves) {
        this.rows = rows;
        this.hierarchy = hierarchy;
        this.maker = maker;
        this.moves = moves;
    }

    @Override
    @Transactional
    public String add(String module, String purpose, String algorithm, String label, byte[] key) {
        KeyName name = new KeyName(module, purpose);
        return insert(name, rows.lock(name), algorithm, KeyState.GENERATED, key, label.getBytes(UTF_8));
    }

    @Override
    @Transactional
    public String generateClientKey(String module) {
        KeyName name = new KeyName(module, CLIENT_KEY);
        List<KeyRow> versions = rows.lock(name);
        Optional<KeyRow> existing = KeyHierarchy.usable(versions);
        if (existing.isPresent()) {
            hierarchy.keysFor(existing.get()).verify(existing.get());
            return new String(existing.get().publicPart(), UTF_8);
        }
        ECKey key = newClientKey();
        byte[] secret = key.toJSONString().getBytes(UTF_8);
        String publicKey = key.toPublicJWK().toJSONString();
        try {
            insert(name, versions, "ES256-JWK", KeyState.ACTIVE, secret, publicKey.getBytes(UTF_8));
            return publicKey;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static ECKey newClientKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("An ES256 key cannot be made.", e);
        }
    }

    private String insert(
            KeyName name, List<KeyRow> versions, String algorithm, KeyState state, byte[] key, byte[] publicPart) {
        int version = versions.isEmpty() ? 1 : versions.get(0).version() + 1;
        KeyRow wrapping = hierarchy.active(KeyName.KEY_ENCRYPTION);
        KeyRow row = maker.moduleKey(name, algorithm, version, state, wrapping.id(), publicPart);
        rows.insert(hierarchy.keysFor(row).wrap(row, key));
        return row.id();
    }

    @Override
    public void activate(String module, String purpose, String label) {
        moves.activate(new KeyName(module, purpose), label);
    }

    @Override
    public <T> T use(String module, String purpose, Function<byte[], T> function) {
        KeyName name = new KeyName(module, purpose);
        List<KeyRow> versions = rows.named(name);
        return use(KeyHierarchy.usable(versions).orElseThrow(() -> hierarchy.unknown(name, versions)), function);
    }

    @Override
    public <T> T use(String module, String purpose, String label, Function<byte[], T> function) {
        KeyName name = new KeyName(module, purpose);
        List<KeyRow> versions = rows.named(name);
        return use(KeyLabels.opening(versions, label).orElseThrow(() -> hierarchy.unknown(name, versions)), function);
    }

    private <T> T use(KeyRow row, Function<byte[], T> function) {
        byte[] key = hierarchy.unwrap(row);
        try {
            return function.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public List<ModuleKey> describe(String module) {
        return describe(List.of(module)).getOrDefault(module, List.of());
    }

    @Override
    public Map<String, List<ModuleKey>> describe(Collection<String> modules) {
        List<KeyRow> found = modules.isEmpty() ? List.of() : rows.ofModules(modules);
        return found.stream()
                .filter(row -> row.state() != KeyState.DESTROYED)
                .collect(Collectors.groupingBy(
                        row -> row.name().module(), Collectors.mapping(ModuleKeyRing::described, Collectors.toList())));
    }

    private static ModuleKey described(KeyRow row) {
        return new ModuleKey(
                row.name().purpose(),
                KeyLabels.labelOf(row),
                row.state() == KeyState.ACTIVE,
                row.createdAt(),
                row.expiresAt());
    }

    @Override
    public void destroy(String module, String label) {
        moves.destroy(module, label);
    }

    @Override
    public void destroyAll(String module) {
        moves.destroyAll(module);
    }
}
