package org.serviceexchange.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.protocol.TestInstance;
import org.serviceexchange.protocol.wire.Parties;

class ExchangeMessagesTest {

    private static final String TOKEN = "an-access-token";

    @Test
    void areTheSameAtBothSides() {
        MovableClock clock = MovableClock.standing();
        try (var provider = new TestInstance("provider", clock);
                var consumer = new TestInstance("consumer", clock)) {
            Parties parties = new Parties(
                    "REG0001001", provider.keys.party(), consumer.keys.party(), consumer.keys.encryptionPublicKey());
            ExchangeMessages[] both = both(provider, consumer, parties);
            assertThat(both[0].m1()).isNotEmpty().isEqualTo(both[1].m1());
            assertThat(both[0].m2()).isNotEmpty().isEqualTo(both[1].m2());
            assertThat(both[0].m3()).isNotEmpty().isEqualTo(both[1].m3());
            assertThat(both[0].m4()).isNotEmpty().isEqualTo(both[1].m4());
        }
    }

    private static ExchangeMessages[] both(TestInstance provider, TestInstance consumer, Parties parties) {
        KeyExchangeServer server = provider.get(KeyExchangeServer.class);
        AtomicReference<ExchangeMessages> atProvider = new AtomicReference<>();
        AnsweredExchange answered = consumer.get(KeyExchangeClient.class)
                .run(parties, TOKEN, new KeyExchangeClient.Transport() {
                    @Override
                    public byte[] open(byte[] m1) {
                        return server.answer(parties, TOKEN, m1);
                    }

                    @Override
                    public byte[] confirm(byte[] m3) {
                        Confirmation confirmation = server.confirm(parties, m3);
                        atProvider.set(confirmation.messages(m3));
                        return confirmation.m4();
                    }
                });
        return new ExchangeMessages[] {answered.messages(), atProvider.get()};
    }
}
