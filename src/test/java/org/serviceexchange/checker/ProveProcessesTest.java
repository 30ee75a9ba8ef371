package org.serviceexchange.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProveProcessesTest {

    private static final Path SHIPPED = Path.of("processes");

    @Test
    void provesTheShippedProcesses() throws IOException {
        long t = System.nanoTime();
        Proof proof = ProveProcesses.of(SHIPPED);
        System.out.println("TIME " + (System.nanoTime() - t) / 1_000_000 + " states " + proof.states() + " steps " + proof.steps());
        proof.unproved().forEach(x -> System.out.println("UNPROVED " + x));
        proof.against().forEach(x -> {
            System.out.println("AGAINST " + x.property() + " " + x.end());
            x.way().forEach(s -> System.out.println("   " + s.side() + " " + s.said() + " " + s.outcomes()));
        });
        assertThat(proof.proved()).isTrue();
    }
}
