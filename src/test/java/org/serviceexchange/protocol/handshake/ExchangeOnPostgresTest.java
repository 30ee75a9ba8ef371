package org.serviceexchange.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.AtOnce;
import org.serviceexchange.protocol.TestInstance;
import org.serviceexchange.protocol.probe.Probe;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;

/** The exchange's SQL statements, and the same messages at two nodes at once, on PostgreSQL. */
class ExchangeOnPostgresTest {

    private static final String TOKEN = "an-access-token";

    private final MovableClock clock = MovableClock.standing();

    @Test
    void answersAndProbesAlikeAtTwoNodes() throws Exception {
        DataSource database = TestInstance.withTables(BothDatabases.postgres("exchange"));
        try (var one = new TestInstance("provider", clock, database);
                var other = new TestInstance("provider", clock, database);
                var consumer = new TestInstance("consumer", clock)) {
            exchanges(one, other, consumer);
            probes(one, other);
            resumes(one, new TestInstance("consumer", clock, database));
        }
    }

    private static void exchanges(TestInstance one, TestInstance other, TestInstance consumer) {
        Parties parties =
                new Parties("REG0001001", one.keys.party(), consumer.keys.party(), consumer.keys.encryptionPublicKey());
        KeyExchangeServer first = one.get(KeyExchangeServer.class);
        KeyExchangeServer second = other.get(KeyExchangeServer.class);
        KeyExchangeClient client = consumer.get(KeyExchangeClient.class);
        ConnectionKeys keys = client.finish(client.run(
                parties,
                TOKEN,
                transport(
                        m1 -> same(atOnce(
                                () -> first.answer(parties, TOKEN, m1), () -> second.answer(parties, TOKEN, m1))),
                        m3 -> same(
                                once(atOnce(() -> first.confirm(parties, m3), () -> second.confirm(parties, m3)))))));
        assertThat(keys.keyId()).hasSize(22);
    }

    private static void probes(TestInstance one, TestInstance other) {
        Channel provider = new Channel("CCN0001001", "REG0001001", "key", ConnectionSide.PROVIDER);
        Channel consumer = new Channel("PCN0001001", "REG0001001", "key", ConnectionSide.CONSUMER);
        for (TestInstance node : List.of(one, other)) {
            for (Channel channel : List.of(provider, consumer)) {
                node.moduleKeys.add(
                        channel.module(),
                        ConnectionSide.CONSUMER.sends(),
                        "AES-256-GCM",
                        channel.keyId(),
                        new byte[32]);
                node.moduleKeys.add(
                        channel.module(),
                        ConnectionSide.PROVIDER.sends(),
                        "AES-256-GCM",
                        channel.keyId(),
                        new byte[32]);
            }
        }
        List<byte[]> requests = atOnce(
                () -> one.get(Probes.class).request(consumer),
                () -> other.get(Probes.class).request(consumer));
        assertThat(requests.stream()
                        .map(request -> Probe.read(request, MessageType.PROBE).counter()))
                .containsExactlyInAnyOrder(1L, 2L);
        byte[] request = one.get(Probes.class).request(consumer);
        byte[] answer = same(atOnce(
                () -> one.get(Probes.class).answer(provider, request),
                () -> other.get(Probes.class).answer(provider, request)));
        one.get(Probes.class).accept(consumer, request, answer);
    }

    private void resumes(TestInstance provider, TestInstance consumer) {
        Parties parties = new Parties(
                "REG0001002", provider.keys.party(), consumer.keys.party(), consumer.keys.encryptionPublicKey());
        KeyExchangeServer server = provider.get(KeyExchangeServer.class);
        Problem lost = new Problem(ProblemCode.PEER_UNREACHABLE, "the provider");
        try (consumer) {
            KeyExchangeClient client = consumer.get(KeyExchangeClient.class);
            assertThatThrownBy(() ->
                            client.run(parties, TOKEN, transport(m1 -> server.answer(parties, TOKEN, m1), m3 -> {
                                server.confirm(parties, m3);
                                throw lost;
                            })))
                    .isSameAs(lost);
            ConnectionKeys keys = client.finish(client.run(
                    parties,
                    TOKEN,
                    transport(m1 -> m1, m3 -> server.confirm(parties, m3).m4())));
            assertThat(keys.keyId()).hasSize(22);
            consumer.get(StartedExchanges.class).expire(clock.instant());
            provider.get(ReceivedExchanges.class).expire(clock.instant());
        }
    }

    private static KeyExchangeClient.Transport transport(UnaryOperator<byte[]> open, UnaryOperator<byte[]> confirm) {
        return new KeyExchangeClient.Transport() {
            @Override
            public byte[] open(byte[] m1) {
                return open.apply(m1);
            }

            @Override
            public byte[] confirm(byte[] m3) {
                return confirm.apply(m3);
            }
        };
    }

    /** The responses, exactly one of which came with keys. */
    private static List<byte[]> once(List<Confirmation> confirmations) {
        assertThat(confirmations.stream().map(Confirmation::keys).flatMap(Optional::stream))
                .hasSize(1);
        return confirmations.stream().map(Confirmation::m4).toList();
    }

    private static byte[] same(List<byte[]> answers) {
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        return answers.get(0);
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) {
        try {
            return AtOnce.both(one, other);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
