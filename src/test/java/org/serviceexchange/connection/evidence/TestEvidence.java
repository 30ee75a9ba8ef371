package org.serviceexchange.connection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.journal.SealedEntry;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.ProductVersion;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.handshake.ExchangeMessages;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Discovery;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;

/** Evidence of a registration whose keys were agreed, as the provider writes it; a test changes one thing. */
final class TestEvidence {

    static final String REGISTRATION = "REG0001001";
    static final TestKeys PROVIDER = new TestKeys("provider");
    static final TestKeys CONSUMER = new TestKeys("consumer");

    /** The entry that has the messages of the key exchange. */
    static final int AGREED = 3;

    private static final ExchangeMessages EXCHANGE = exchange();

    private final Journal journal = mock();
    private final List<SealedEntry> entries = new ArrayList<>();
    private Optional<Problem> alteration = Optional.empty();

    /** A journal of so many entries. */
    static TestEvidence of(int entries) {
        TestEvidence evidence = new TestEvidence();
        for (int number = 1; number <= entries; number++) {
            evidence.entries.add(new SealedEntry(
                    number,
                    new JournalEntry(
                            JournalEntry.Kind.WORK_NOTE,
                            Author.SYSTEM,
                            "Step " + number,
                            null,
                            Instant.parse("2026-01-02T03:04:05.123456Z")),
                    number == AGREED ? PeerReceipts.exchange(EXCHANGE, key(PROVIDER), key(CONSUMER), false) : List.of(),
                    "chain " + number));
        }
        return evidence;
    }

    TestEvidence replacing(int number, Receipt... receipts) {
        SealedEntry before = entries.get(number - 1);
        entries.set(number - 1, new SealedEntry(number, before.entry(), List.of(receipts), before.hash()));
        return this;
    }

    TestEvidence altered(Problem problem) {
        alteration = Optional.of(problem);
        return this;
    }

    TestEvidence without(int number) {
        entries.remove(number - 1);
        return this;
    }

    /** The lines of the file, written by the provider; the same each time. */
    List<String> lines() {
        return lines(new TestKeys("provider"), key(CONSUMER));
    }

    List<String> lines(InstanceKeys writer, byte[] peer) {
        long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
        when(journal.count(REGISTRATION)).thenReturn(last);
        when(journal.read(REGISTRATION)).thenReturn(new Journal.Reading(List.of(), alteration));
        when(journal.sealed(anyString(), anyLong(), anyInt()))
                .thenAnswer(call -> entries.stream()
                        .filter(entry -> entry.number() > call.<Long>getArgument(1))
                        .limit(call.<Integer>getArgument(2))
                        .toList());
        MovableClock clock = MovableClock.standing();
        var beans = new StaticListableBeanFactory();
        ExportEvidence export = new ExportEvidence(
                journal,
                writer,
                TestInstanceSettings.valid(),
                new Discovery(TestInstanceSettings.valid(), writer, clock),
                new ProductVersion(
                        beans.getBeanProvider(BuildProperties.class), beans.getBeanProvider(GitProperties.class)),
                clock);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            export.export(
                    new EvidenceRecord(
                            ConnectionSide.PROVIDER,
                            REGISTRATION,
                            REGISTRATION,
                            "CCN0001001",
                            "CLOSED_COMPLETE",
                            peer,
                            new EvidenceRecord.Consent("kim", Instant.EPOCH, Instant.EPOCH)),
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(Arrays.asList(file.toString(UTF_8).split("\n")));
    }

    static byte[] file(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    static byte[] key(TestKeys keys) {
        return keys.signaturePublicKey();
    }

    /** The one of the worked example. */
    static ExchangeMessages exchange() {
        try {
            JsonNode exchange = new ObjectMapper()
                    .readTree(Path.of("docs", "protocol-example.json").toFile())
                    .get("exchange");
            return new ExchangeMessages(
                    message(exchange, "m1"), message(exchange, "m2"), message(exchange, "m3"), message(exchange, "m4"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] message(JsonNode exchange, String name) {
        return exchange.get(name).get("message").asText().getBytes(UTF_8);
    }
}
