package org.serviceexchange.platform.session.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** One session during one request: what was read of it, and what the request changed. */
final class KeptSession implements Session {

    /** Spring Security keeps here who is logged in. */
    private static final String PERSON = "SPRING_SECURITY_CONTEXT";

    private final Map<String, byte[]> stored;
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Supply ids;
    private final Instant created;
    private final Instant noted;
    private String id;
    private @Nullable String storedAs;
    private Instant used;
    private Duration inactive;

    private KeptSession(
            Supply ids, String id, Instant created, Instant used, Duration inactive, Map<String, byte[]> stored) {
        this.ids = ids;
        this.id = id;
        this.created = created;
        this.noted = used;
        this.used = used;
        this.inactive = inactive;
        this.stored = new HashMap<>(stored);
    }

    static KeptSession fresh(Supply ids, Instant now, Duration inactive) {
        return new KeptSession(ids, ids.newId(), now, now, inactive, Map.of());
    }

    static KeptSession read(
            Supply ids, String id, Instant created, Instant used, Duration inactive, Map<String, byte[]> stored) {
        KeptSession session = new KeptSession(ids, id, created, used, inactive, stored);
        session.storedAs = id;
        return session;
    }

    /** New ids. */
    @FunctionalInterface
    interface Supply {

        String newId();
    }

    /** The id under which it stands in the database; empty for one that was never written. */
    Optional<String> storedAs() {
        return Optional.ofNullable(storedAs);
    }

    /** Whether somebody is logged in, as far as can be read. */
    boolean hasPerson() {
        return getAttribute(PERSON) != null;
    }

    /** When its use was last written. */
    Instant noted() {
        return noted;
    }

    /** The values that have to be written: those that differ from what is stored, or all for a row with another key. */
    Map<String, byte[]> toWrite() {
        Map<String, byte[]> written = new HashMap<>();
        if (!id.equals(storedAs)) {
            stored.forEach(written::put);
        }
        for (String name : touched) {
            Object value = values.get(name);
            Optional<byte[]> bytes = value == null ? Optional.empty() : SessionValues.bytes(name, value);
            written.remove(name);
            bytes.filter(now -> !id.equals(storedAs) || !Arrays.equals(now, stored.get(name)))
                    .ifPresent(now -> written.put(name, now));
        }
        return written;
    }

    /** The stored values that are to be removed. */
    Set<String> toRemove() {
        Set<String> removed = new HashSet<>(touched);
        removed.removeAll(values.keySet());
        removed.retainAll(stored.keySet());
        return removed;
    }

    /** It stands in the database as it is now. */
    void written(Map<String, byte[]> written) {
        toRemove().forEach(stored::remove);
        stored.putAll(written);
        touched.clear();
        storedAs = id;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = ids.newId();
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface says
    public <T> @Nullable T getAttribute(String name) {
        if (!touched.contains(name) && !values.containsKey(name)) {
            read(name);
        }
        return (T) values.get(name);
    }

    /** What cannot be read is removed when the session is saved. */
    private void read(String name) {
        byte[] bytes = stored.get(name);
        if (bytes != null) {
            SessionValues.object(name, bytes)
                    .ifPresentOrElse(value -> values.put(name, value), () -> touched.add(name));
        }
    }

    @Override
    public Set<String> getAttributeNames() {
        Set<String> names = new HashSet<>(stored.keySet());
        names.removeAll(touched);
        names.addAll(values.keySet());
        return names;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        touched.add(name);
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        used = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return used;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        inactive = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return inactive;
    }

    /** Sessions that have expired are not read. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
