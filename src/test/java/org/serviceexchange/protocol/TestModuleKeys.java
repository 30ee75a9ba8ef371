package org.serviceexchange.protocol;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Module keys in memory. */
public final class TestModuleKeys implements ModuleKeys {

    private final Map<String, byte[]> keys = new HashMap<>();

    @Override
    public String add(String module, String purpose, String algorithm, String label, byte[] key) {
        String id = module + "/" + purpose + "/" + label;
        keys.put(id, key.clone());
        return id;
    }

    @Override
    public <T> T use(String module, String purpose, Function<byte[], T> function) {
        return use(module, purpose, "", function);
    }

    @Override
    public <T> T use(String module, String purpose, String label, Function<byte[], T> function) {
        byte[] key = keys.get(module + "/" + purpose + "/" + label);
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
    public void activate(String module, String purpose, String label) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ModuleKey> describe(String module) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<ModuleKey>> describe(Collection<String> modules) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(String module, String label) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroyAll(String module) {
        throw new UnsupportedOperationException();
    }
}
