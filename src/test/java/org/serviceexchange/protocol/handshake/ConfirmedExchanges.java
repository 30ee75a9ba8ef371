package org.serviceexchange.protocol.handshake;

import java.util.concurrent.atomic.AtomicReference;
import org.serviceexchange.protocol.TestInstance;
import org.serviceexchange.protocol.wire.Parties;

/** Exchanges that both sides have finished. */
public final class ConfirmedExchanges {

    private static final String TOKEN = "an-access-token";

    private ConfirmedExchanges() {}

    /** All four messages as the consumer has them. */
    public static ExchangeMessages run(TestInstance provider, TestInstance consumer, Parties parties) {
        return both(provider, consumer, parties)[0];
    }

    /** All four messages as the consumer and as the provider have them. */
    static ExchangeMessages[] both(TestInstance provider, TestInstance consumer, Parties parties) {
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
        consumer.get(KeyExchangeClient.class).finish(answered);
        return new ExchangeMessages[] {answered.messages(), atProvider.get()};
    }
}
