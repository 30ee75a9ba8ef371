package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.serviceexchange.kmf.MessageSeals;
import org.serviceexchange.kmf.primitive.Hmac;
import org.serviceexchange.kmf.primitive.Xaes;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/** Seals messages with XAES-256-GCM under a key that is derived from the module key for one use. */
@Service
class ModuleMessageSeals implements MessageSeals {

    private final KeyRows rows;
    private final KeyHierarchy hierarchy;

    ModuleMessageSeals(KeyRows rows, KeyHierarchy hierarchy) {
        this.rows = rows;
        this.hierarchy = hierarchy;
    }

    @Override
    public Keys of(Collection<String> modules) {
        return new Wrapped((modules.isEmpty() ? List.<KeyRow>of() : rows.ofModules(modules))
                .stream().collect(Collectors.groupingBy(KeyRow::name)));
    }

    private final class Wrapped implements Keys {

        private final Map<KeyName, List<KeyRow>> read;

        Wrapped(Map<KeyName, List<KeyRow>> read) {
            this.read = read;
        }

        @Override
        public boolean has(String module, String purpose, String label) {
            return row(new KeyName(module, purpose), label).isPresent();
        }

        @Override
        public byte[] seal(
                String module, String purpose, String label, String use, byte[] associatedData, byte[] plain) {
            return derived(module, purpose, label, use, key -> Xaes.seal(key, associatedData, plain));
        }

        @Override
        public Optional<byte[]> open(
                String module, String purpose, String label, String use, byte[] associatedData, byte[] sealed) {
            return derived(module, purpose, label, use, key -> {
                try {
                    return Optional.of(Xaes.open(key, associatedData, sealed));
                } catch (GeneralSecurityException notSealedSo) {
                    return Optional.empty();
                }
            });
        }

        /** HKDF-Expand (RFC 5869) of one block, with the use as its info. */
        private <T> T derived(String module, String purpose, String label, String use, Function<byte[], T> function) {
            KeyName name = new KeyName(module, purpose);
            byte[] key =
                    hierarchy.unwrap(row(name, label).orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, name)));
            byte[] info = Arrays.copyOf(use.getBytes(US_ASCII), use.length() + 1);
            info[use.length()] = 1;
            byte[] derived = Hmac.sha256(key, info);
            try {
                return function.apply(derived);
            } finally {
                Arrays.fill(key, (byte) 0);
                Arrays.fill(derived, (byte) 0);
            }
        }

        private Optional<KeyRow> row(KeyName name, String label) {
            return KeyLabels.opening(read.getOrDefault(name, List.of()), label);
        }
    }
}
