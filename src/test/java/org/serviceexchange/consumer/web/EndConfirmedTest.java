package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.connection.state.Inquiries.Heard;
import org.serviceexchange.connection.state.Inquiries.PeerVersion;
import org.serviceexchange.connection.state.NextActor;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

/** When the page of an ended connection says that the provider has not confirmed its end. */
class EndConfirmedTest {

    @ParameterizedTest
    @EnumSource(PeerState.class)
    void isOpenUntilTheProviderSaysThatItsRecordIsOver(PeerState said) {
        ConnectionSnapshot ended = ended("consumer.reason.offBoarded");
        assertThat(ConnectionInWords.unconfirmed(ended, null)).isTrue();
        assertThat(ConnectionInWords.unconfirmed(ended, heard(said)))
                .isEqualTo(said != PeerState.CLOSED && said != PeerState.UNKNOWN);
    }

    /** Under its number the provider has a newer registration, which it speaks of from now on. */
    @ParameterizedTest
    @CsvSource({"consumer.reason.replacedBy", "consumer.reason.newLink"})
    void isNotAskedForWhereTheProviderSpeaksOfASuccessor(String reason) {
        assertThat(ConnectionInWords.unconfirmed(ended(reason), heard(PeerState.OPEN)))
                .isFalse();
        assertThat(ConnectionInWords.unconfirmed(ended(reason), null)).isFalse();
    }

    @Test
    void isNoQuestionWhileTheConnectionLives() {
        assertThat(ConnectionInWords.unconfirmed(live().snapshot(), heard(PeerState.COMPLETE)))
                .isFalse();
    }

    @Test
    void isShownAsTheModelOfThePageSays() throws IOException {
        assertThat(model("consumer.reason.offBoarded").getAttribute("unconfirmed"))
                .isEqualTo(true);
        assertThat(model("consumer.reason.replacedBy").getAttribute("unconfirmed"))
                .isEqualTo(false);
        var page = Jsoup.parse(Path.of("src/main/resources/templates/consumer/connection.html"));
        assertThat(page.select("[th:replace='~{connection/off-boarded :: unconfirmed}']").parents().stream()
                        .map(one -> one.attr("th:if"))
                        .filter(condition -> !condition.isEmpty()))
                .containsExactly("${unconfirmed}");
    }

    private static Model model(String reason) {
        ConnectionModel shown = mock();
        when(shown.show(any(), any(), any())).thenReturn(ProviderConnection.of(ended(reason)));
        Journal journal = mock();
        when(journal.read(any())).thenReturn(mock());
        InstanceKeys keys = mock(RETURNS_DEEP_STUBS);
        when(keys.ofRecord(any()).thumbprint()).thenReturn("00".repeat(32));
        Model model = new ConcurrentModel();
        new ConnectionPages(shown, mock(), keys, journal, mock(), mock(), mock(), mock())
                .show(TestConnections.NUMBER, Locale.ENGLISH, model);
        return model;
    }

    private static ConnectionSnapshot ended(String reason) {
        ProviderConnection connection = live();
        connection.end(LocalizedMessage.of(reason, "PCN0001099"));
        return connection.snapshot();
    }

    private static ProviderConnection live() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeReceived(TestConnections.KEY_ID);
        connection.probeSent(TestConnections.KEY_ID);
        return connection;
    }

    private static Heard heard(PeerState state) {
        return new Heard(new PeerVersion(1, 3), state, PeerReason.NONE, NextActor.NOBODY, TestConnections.NOW);
    }
}
