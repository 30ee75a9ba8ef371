package org.serviceexchange.connection.state;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.mockito.Answers;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.connection.offboarding.OffBoardConnection;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.state.AdoptState.Asked;
import org.serviceexchange.connection.state.Inquiries.Inquiry;
import org.serviceexchange.connection.suspension.AdoptSuspension;
import org.serviceexchange.connection.suspension.Suspensions;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.closing.OffBoardedConsumers;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.keyexchange.LivingConsumers;
import org.serviceexchange.provider.keyexchange.ProbeAgain;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.state.AdoptConsumerState;
import org.serviceexchange.provider.state.RegistrationRecords;

/**
 * A provider and two rival consumers with their real aggregates, records and rules, over stores in memory. Signatures are
 * left out, because they have tests of their own; whoever asks is who it says it is.
 */
final class Instances {

    static final String CONSUMER = "C".repeat(43);
    private static final String RIVAL = "R".repeat(43);

    // Mocks that no walk expects anything of are made once, because there are thousands of walks
    static final InstanceKeys INSTANCE_KEYS = mock(withSettings().stubOnly().defaultAnswer(Answers.RETURNS_SELF));
    static final Heartbeats HEARTBEATS = mock(withSettings().stubOnly());
    static final Suspensions SUSPENSIONS = mock(withSettings().stubOnly());
    static final FormerPeerKeys NO_FORMER_KEYS = mock(withSettings().stubOnly());
    static final PeerNews NO_NEWS = (side, number) -> {};
    private static final AdoptSuspension ADOPT_SUSPENSION = mock(withSettings().stubOnly());
    private static final Grants GRANTS = mock(withSettings().stubOnly());
    private static final ModuleKeys KEYS = mock(withSettings().stubOnly());
    private static final Journal JOURNAL = mock(withSettings().stubOnly());

    final MovableClock clock = MovableClock.standingAt(TestRegistrations.NOW);
    final Random random;
    final MemoryRegistrations registrations = new MemoryRegistrations();
    final MemoryInquiries providerInquiries = new MemoryInquiries();
    /** Tokens that the provider gave, with the client each belongs to. */
    final Map<String, String> grants = new HashMap<>();
    /** Keys of exchanges that the provider confirmed, with the client of each. */
    final Map<String, String> confirmed = new HashMap<>();

    final WalkKeys providerKeys;
    final WalkBeats providerBeats = new WalkBeats();
    final List<ConsumerSide> consumers;
    /** The one that acts now. */
    ConsumerSide consumer;

    final CloseRegistration closeRegistration;
    private final LivingConsumers living;
    private final OffBoardedConsumers offBoarded;
    private final SharedRecords provider;
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Set<String> changes = new HashSet<>();
    Runnable probeOfTheProvider = () -> {};

    Instances(Random random) {
        this.random = random;
        registrations.telling(providerInquiries);
        AskedFirst askedFirst = new Changes(changes);
        consumers = List.of(
                new ConsumerSide(CONSUMER, KEYS, JOURNAL, askedFirst, clock),
                new ConsumerSide(RIVAL, KEYS, JOURNAL, askedFirst, clock));
        consumer = consumers.get(0);
        living = livingConsumers();
        providerKeys = new WalkKeys(this::living, KEYS, JOURNAL, clock);
        HeartbeatRows rows = mock(withSettings().stubOnly());
        doAnswer(call -> {
                    providerBeats.forget(call.getArgument(0));
                    return null;
                })
                .when(rows)
                .remove(anyString());
        closeRegistration = new CloseRegistration(
                registrations,
                new EndConnection(KEYS, providerKeys.sets, rows, SUSPENSIONS, providerKeys.life),
                GRANTS,
                JOURNAL,
                TestProviderSettings.valid(),
                askedFirst,
                clock);
        offBoarded = new OffBoardedConsumers(registrations, closeRegistration);
        ProbeAgain probeAgain = mock(withSettings().stubOnly());
        when(probeAgain.of(any())).thenReturn(() -> probeOfTheProvider.run());
        provider = new RegistrationRecords(
                registrations,
                new AdoptConsumerState(registrations, new AbandonedKeys(KEYS), closeRegistration, probeAgain, JOURNAL),
                NO_FORMER_KEYS);
    }

    private LivingConsumers livingConsumers() {
        RegistrationPages pages = mock(withSettings().stubOnly());
        when(pages.ofConnection(anyString()))
                .thenAnswer(call -> registrations
                        .find(TestRegistrations.NUMBER)
                        .filter(found -> found.connection()
                                .filter(agreed -> agreed.number().equals(call.getArgument(0)))
                                .isPresent()));
        return new LivingConsumers(
                registrations, pages, INSTANCE_KEYS, TestInstanceSettings.valid(), HEARTBEATS, NO_NEWS);
    }

    private LivingConsumers living() {
        return living;
    }

    /** The use case of both sides. */
    OffBoardConnection offBoard() {
        return new OffBoardConnection(List.of(offBoarded, consumer.offBoarded), JOURNAL);
    }

    /** The consumer whose claim is in force; the one that acts now if there is none. */
    ConsumerSide inForce() {
        Optional<String> claimed = registrations
                .find(TestRegistrations.NUMBER)
                .flatMap(Registration::claim)
                .map(Claim::thumbprint);
        return claimed.map(this::consumer).orElse(consumer);
    }

    private ConsumerSide consumer(String thumbprint) {
        return consumers.stream()
                .filter(one -> one.thumbprint.equals(thumbprint))
                .findFirst()
                .orElseThrow();
    }

    private ConsumerSide ofNumber(String number) {
        return consumers.stream()
                .filter(one -> one.connections.find(number).isPresent())
                .findFirst()
                .orElse(consumer);
    }

    /** Asks for the state of one record now; the answer is adopted at once, or after something else has happened. */
    void ask(ConnectionSide side, String number, boolean atOnce) {
        if (side == ConnectionSide.PROVIDER) {
            provider.addressee(number).ifPresent(peer -> {
                ConsumerSide asked = consumer(peer.thumbprint());
                Optional<Standing> said = asked.records.standing(TestConnections.PIN, peer.registration(), false);
                adopt(provider, providerInquiries, CONSUMER, number, peer, said, asked.inquiries, atOnce);
            });
            return;
        }
        ConsumerSide asker = ofNumber(number);
        asker.records.addressee(number).ifPresent(peer -> {
            Optional<Standing> said = provider.standing(asker.thumbprint, peer.registration(), peer.proof().length > 0);
            adopt(asker.records, asker.inquiries, asker.thumbprint, number, peer, said, providerInquiries, atOnce);
        });
    }

    private void adopt(
            SharedRecords own,
            MemoryInquiries kept,
            String by,
            String number,
            Addressee peer,
            Optional<Standing> standing,
            MemoryInquiries told,
            boolean atOnce) {
        standing.filter(Standing::listening)
                .ifPresent(known -> told.tell(own.side().other(), known.number()));
        Asked asked = new Asked(peer.version(), kept.heard(number), null);
        standing.map(Standing::facts).ifPresent(said -> {
            PeerAnswer answer = answered(own.side(), by, said);
            Runnable adoption = () -> {
                boolean there = own.side() == ConnectionSide.PROVIDER
                        ? registrations.find(number).isPresent()
                        : consumer(by).connections.find(number).isPresent();
                if (there) {
                    new AdoptState(kept, ADOPT_SUSPENSION, JOURNAL)
                            .adopt(own, number, asked, answer, clock.instant())
                            .ifPresent(Runnable::run);
                }
            };
            answers.add(new Answer(kept, adoption));
            if (atOnce) {
                adoption.run();
            } else {
                later.add(adoption);
            }
        });
    }

    /** The answer to a question of this side. */
    PeerAnswer answered(ConnectionSide asker, String consumerOfIt, StateFacts said) {
        StateDocument document = new StateDocument(
                TestRegistrations.NUMBER,
                asker.other().name(),
                TestConnections.PIN,
                consumerOfIt,
                said.connection(),
                said.state().name(),
                said.phase().name(),
                said.reason().name(),
                said.claim(),
                said.generation(),
                said.keyId(),
                said.version(),
                incarnation(asker.other(), consumerOfIt, said),
                said.next().name(),
                0,
                "NONE",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                new byte[CompositeSignature.PUBLIC_KEY_LENGTH],
                new byte[StateQuestion.NONCE_LENGTH],
                clock.instant());
        return new PeerAnswer(document, new byte[0]);
    }

    /** Only the heartbeats of what is complete tell of a restored database. */
    private long incarnation(ConnectionSide side, String consumerOfIt, StateFacts said) {
        return said.state() != PeerState.COMPLETE
                ? StateMessages.FIRST_INCARNATION
                : (side == ConnectionSide.PROVIDER ? providerBeats : consumer(consumerOfIt).beats)
                        .incarnation(said.connection());
    }

    /** The real records of one side. */
    SharedRecords records(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? provider : consumer.records;
    }

    /** The consumer loses all its data. */
    void forgetConsumer() {
        consumer.forget();
    }

    /** An answer that arrived before comes again, as if its nonce protected nothing. */
    void replay() {
        if (!answers.isEmpty()) {
            answers.get(random.nextInt(answers.size())).adoption().run();
        }
    }

    /** A side that is restored asked none of these questions: whoever waited for their answers has ended with its data. */
    void forgetQuestions(MemoryInquiries of) {
        answers.removeIf(answer -> answer.kept() == of);
    }

    /** An answer that was on its way arrives. */
    void arrive() {
        Runnable next = later.poll();
        if (next != null) {
            next.run();
        }
    }

    /** What is due is asked; what is lost stays due. */
    void deliver(ConnectionSide side) {
        if (side == ConnectionSide.PROVIDER) {
            deliver(providerInquiries, side);
        } else {
            consumers.forEach(one -> deliver(one.inquiries, side));
        }
    }

    private void deliver(MemoryInquiries inquiries, ConnectionSide side) {
        for (Inquiry inquiry : inquiries.due(Instant.MAX, 1)) {
            if (inquiries.take(inquiry, Instant.MAX)) {
                ask(side, inquiry.number(), true);
            }
        }
    }

    /** The regular questions of both sides. */
    void askAll() {
        askAll(provider);
        consumers.forEach(one -> askAll(one.records));
        deliver(ConnectionSide.PROVIDER);
        deliver(ConnectionSide.CONSUMER);
    }

    private void askAll(SharedRecords records) {
        records.inProgress(99).forEach(number -> ask(records.side(), number, true));
        records.live("", 99).forEach(number -> ask(records.side(), number, true));
    }

    /** A copy of the data of one side; running it restores that side. */
    Runnable backup(ConnectionSide side) {
        if (side == ConnectionSide.CONSUMER) {
            return consumer.backup();
        }
        Map<String, String> savedGrants = new HashMap<>(grants);
        Map<String, String> savedConfirmed = new HashMap<>(confirmed);
        Runnable rows = registrations.backup();
        Runnable questions = providerInquiries.backup();
        Runnable keySets = providerKeys.backup();
        Runnable lines = providerBeats.backup();
        return () -> {
            rows.run();
            questions.run();
            keySets.run();
            lines.run();
            put(grants, savedGrants);
            put(confirmed, savedConfirmed);
        };
    }

    private static void put(Map<String, String> into, Map<String, String> saved) {
        into.clear();
        into.putAll(saved);
    }

    /** An answer that arrived, and where its asker keeps what it heard. */
    private record Answer(MemoryInquiries kept, Runnable adoption) {}

    /** Nothing is due at a time of its own here. */
    private record Changes(Set<String> changes) implements AskedFirst {

        @Override
        public void beforeGivingUp(ConnectionSide side, String number, Instant since) {
            changes.add(number);
        }
    }
}
