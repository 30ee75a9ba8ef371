package org.serviceexchange.journey.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lists the kinds of transactions in a file, and holds the first thread that comes to one of the points that another file names,
 * until the process is killed or the file is gone. So one kill interrupts many onboardings, each at a point of its own.
 */
final class HoldPoints {

    /** A folder for each instance, which the tests write into. */
    static final Path FOLDER = Path.of(System.getProperty("service-exchange.faults", ""));

    private static final Path TRANSACTIONS = FOLDER.resolve("transactions.txt");
    private static final Path HOLD = FOLDER.resolve("hold.txt");
    private static final Path HELD = FOLDER.resolve("held.txt");
    private static final Set<String> LISTED = ConcurrentHashMap.newKeySet();
    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private HoldPoints() {}

    static void before(String kind) {
        at("before ", kind);
    }

    static void after(String kind) {
        if (!kind.isEmpty() && LISTED.add(kind)) {
            append(TRANSACTIONS, kind);
        }
        at("after ", kind);
    }

    private static void at(String moment, String kind) {
        if (!kind.isEmpty() && Files.exists(HOLD) && isWanted(moment + kind)) {
            append(HELD, moment + kind);
            while (Files.exists(HOLD)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static boolean isWanted(String here) {
        try {
            return Files.readAllLines(HOLD).contains(here) && REACHED.add(here);
        } catch (IOException over) {
            return false; // it was taken away between the two calls
        }
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.write(file, (line + "\n").getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
