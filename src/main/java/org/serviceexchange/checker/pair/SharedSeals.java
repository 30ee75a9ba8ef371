package org.serviceexchange.checker.pair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.serviceexchange.kmf.Sealing;

/** Seals nothing, but gives the same value the same bytes, so that records of equal content are equal. */
final class SharedSeals implements Sealing {

    private final Map<String, byte[]> known = new HashMap<>();

    @Override
    public byte[] seal(String purpose, String id, byte[] value) {
        return known.computeIfAbsent(new String(value, UTF_8), text -> value);
    }

    @Override
    public byte[] open(String purpose, String id, byte[] sealed) {
        return sealed;
    }
}
