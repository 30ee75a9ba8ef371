package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * How much memory two instances take at most while they onboard each other: the heap, and all else that a container with a limit
 * counts. Not part of a build, because it takes minutes: {@code .ci/memory} runs it with the options of the image.
 */
@EnabledOnOs(OS.LINUX)
class MemoryIT {

    private static final int COUNT = Integer.getInteger("service-exchange.memory.count", 100);
    private static final int PARALLEL = 4;
    private static final long LIMIT = Integer.getInteger("service-exchange.memory.limit", 512);

    @Test
    void staysBelowItsLimit() throws Exception {
        try (Pair pair = Pair.start(Folders.fresh("memory"))) {
            Rush rush = new Rush(pair);
            List<Long> first = peaks(pair);
            rush.run(COUNT / 2, PARALLEL);
            List<Long> half = peaks(pair);
            rush.run(COUNT - COUNT / 2, PARALLEL);
            List<Long> peaks = peaks(pair);
            System.out.printf(
                    "Resident at most, MB, provider and consumer: %s when ready, %s after %d onboardings, %s after %d; heap after GC: %s%n",
                    first, half, COUNT / 2, peaks, rush.done(), rush.heap());
            assertThat(rush.done()).isEqualTo(COUNT);
            assertThat(peaks).allMatch(peak -> peak < LIMIT);
        }
    }

    private static List<Long> peaks(Pair pair) throws IOException {
        return List.of(peak(pair.provider()), peak(pair.consumer()));
    }

    /** The most that was ever resident, in MB, as the kernel counts it. */
    private static long peak(Instance instance) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + instance.pid() + "/status")).stream()
                .filter(each -> each.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
    }
}
