package org.serviceexchange.connection.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Questions and what was heard, in memory. */
public final class MemoryInquiries implements Inquiries, PeerNews {

    private final Map<String, Inquiry> due = new ConcurrentSkipListMap<>();
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    /** Everything as it is now; running it later restores that. */
    Runnable backup() {
        Map<String, Inquiry> savedDue = new TreeMap<>(due);
        Map<String, Heard> savedHeard = new HashMap<>(heard);
        return () -> {
            due.clear();
            due.putAll(savedDue);
            heard.clear();
            heard.putAll(savedHeard);
        };
    }

    void forget() {
        due.clear();
        heard.clear();
    }

    @Override
    public void tell(ConnectionSide side, String number) {
        due.put(number, new Inquiry(side, number, Instant.EPOCH, 0));
    }

    @Override
    public List<Inquiry> due(Instant now, int limit) {
        return due.values().stream().filter(one -> !one.due().isAfter(now)).toList();
    }

    @Override
    public boolean take(Inquiry inquiry, Instant until) {
        return due.remove(inquiry.number()) != null;
    }

    @Override
    public void failed(Inquiry inquiry, Instant taken, @Nullable Instant again) {
        if (again != null) {
            due.put(inquiry.number(), new Inquiry(inquiry.side(), inquiry.number(), again, inquiry.tries() + 1));
        }
    }

    @Override
    public void heard(ConnectionSide side, String number, Heard said, @Nullable Instant taken) {
        heard.put(number, said);
    }

    @Override
    public Optional<Heard> heard(String number) {
        return Optional.ofNullable(heard.get(number));
    }
}
