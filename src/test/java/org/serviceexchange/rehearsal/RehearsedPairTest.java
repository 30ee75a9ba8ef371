package org.serviceexchange.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.protocol.wire.ConnectionSide;

class RehearsedPairTest {

    private final RehearsedSide provider = mock();

    @Test
    void stopsTheFirstSideAgainWhenTheSecondDoesNotStart() {
        List<Path> homes = new ArrayList<>();
        RuntimeException refused = new IllegalStateException("port in use");
        assertThatThrownBy(() -> new RehearsedPair((side, home, clock, witness) -> {
                    homes.add(home);
                    if (side == ConnectionSide.CONSUMER) {
                        throw refused;
                    }
                    return provider;
                }))
                .isSameAs(refused);
        verify(provider).close();
        assertThat(homes).hasSize(2).noneMatch(home -> home.toFile().exists());
    }
}
