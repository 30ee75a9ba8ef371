package org.serviceexchange.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.protocol.TestInstance;
import org.serviceexchange.protocol.wire.Parties;

class ExchangeMessagesTest {

    @Test
    void areTheSameAtBothSides() {
        MovableClock clock = MovableClock.standing();
        try (var provider = new TestInstance("provider", clock);
                var consumer = new TestInstance("consumer", clock)) {
            Parties parties = new Parties(
                    "REG0001001",
                    provider.keys.party(),
                    consumer.keys.party(),
                    consumer.keys.encryptionPublicKey());
            ExchangeMessages[] both = ConfirmedExchanges.both(provider, consumer, parties);
            assertThat(both[0].m1()).isNotEmpty().isEqualTo(both[1].m1());
            assertThat(both[0].m2()).isNotEmpty().isEqualTo(both[1].m2());
            assertThat(both[0].m3()).isNotEmpty().isEqualTo(both[1].m3());
            assertThat(both[0].m4()).isNotEmpty().isEqualTo(both[1].m4());
        }
    }
}
