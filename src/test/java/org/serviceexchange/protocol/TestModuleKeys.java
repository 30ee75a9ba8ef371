package org.serviceexchange.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Module keys in memory. */
public final class TestModuleKeys implements ModuleKeys {

    private final Map<String, byte[]> keys = new HashMap<>();

    @Override
    public String add(String module, String purpose, String algorithm, byte[] key) {
        keys.put(module + "/" + purpose, key.clone());
        return module + "/" + purpose;
    }

    @Override
    public <T> T use(String module, String purpose, Function<byte[], T> function) {
        byte[] key = keys.get(module + "/" + purpose);
        if (key == null) {
            throw new Problem(ProblemCode.KEY_UNKNOWN, module);
        }
        return function.apply(key.clone());
    }

    @Override
    public String generateClientKey(String module) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void activate(String module, String purpose) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroyAll(String module) {
        throw new UnsupportedOperationException();
    }
}
