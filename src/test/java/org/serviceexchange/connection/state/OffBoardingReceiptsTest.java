package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.connection.state.AdoptState.Asked;
import org.serviceexchange.connection.suspension.AdoptSuspension;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;

/** After an off-boarding each side has the other one's signed word for it in its journal. */
class OffBoardingReceiptsTest {

    private static final byte[] END = "ended".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONFIRMED = "confirmed".getBytes(StandardCharsets.UTF_8);

    private final Instances world = new Instances(new Random(1));
    private final Acts acts = new Acts(world);
    private final Journal journal = mock();
    private final List<String> notes = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void bothSidesKeepTheOthersSignedState(ConnectionSide begins) {
        connect();
        acts.offBoard(begins);
        doAnswer(call -> notes.add(call.getArgument(0) + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault() + " "
                        + call.<List<Receipt>>getArgument(3)))
                .when(journal)
                .workNote(any(), eq(Journal.SYSTEM), any(LocalizedMessage.class), anyList());

        told(begins.other(), END);
        told(begins, CONFIRMED);

        assertThat(notes).hasSize(2);
        assertThat(notes.get(0)).startsWith(number(begins.other())).contains("off-boarded", hash(END));
        assertThat(notes.get(1)).startsWith(number(begins)).contains("ended by the other side", hash(CONFIRMED));
    }

    private void connect() {
        acts.register();
        acts.openLink(true);
        acts.claim(false);
        acts.authenticate();
        acts.exchangeKeys(false);
        acts.probeProvider(false);
        acts.activate(false);
    }

    /** This side asks, and the other one answers with a signed message. */
    private void told(ConnectionSide asker, byte[] message) {
        SharedRecords own = world.records(asker);
        Addressee peer = own.addressee(number(asker)).orElseThrow();
        boolean byProvider = asker == ConnectionSide.PROVIDER;
        StateFacts said = world.records(asker.other())
                .standing(byProvider ? TestConnections.PIN : Instances.CONSUMER, peer.registration(), false)
                .orElseThrow()
                .facts();
        PeerAnswer answer =
                new PeerAnswer(world.answered(asker, Instances.CONSUMER, said).document(), message);
        AdoptSuspension none = mock();
        Optional<Runnable> left = new AdoptState(new MemoryInquiries(), none, journal)
                .adopt(
                        own,
                        number(asker),
                        new Asked(peer.version(), Optional.empty(), null),
                        answer,
                        world.clock.instant());
        assertThat(left).isPresent();
    }

    private String number(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER
                ? Acts.NUMBER
                : acts.newest().orElseThrow().number();
    }

    private static String hash(byte[] message) {
        return Receipt.unsigned(MessageType.STATE.payloadType(), false, message).hash();
    }
}
