package org.serviceexchange.platform.session.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceexchange.platform.session.SessionSeal;

/** Stands for the seal with the keys of the instance: turns bytes around, which nobody reads by chance. */
final class MirrorSeal implements SessionSeal {

    private static final AtomicInteger MADE = new AtomicInteger();

    @Override
    public String newId() {
        return "session-" + MADE.incrementAndGet();
    }

    @Override
    public String row(String id) {
        return "row of " + id;
    }

    @Override
    public byte[] seal(String id, String name, byte[] value) {
        byte[] turned = new byte[value.length];
        for (int at = 0; at < value.length; at++) {
            turned[at] = (byte) ~value[value.length - 1 - at];
        }
        return turned;
    }

    @Override
    public Optional<byte[]> open(String id, String name, byte[] sealed) {
        return Optional.of(seal(id, name, sealed));
    }
}
