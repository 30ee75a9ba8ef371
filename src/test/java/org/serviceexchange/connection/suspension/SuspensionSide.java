package org.serviceexchange.connection.suspension;

import static org.mockito.Mockito.mock;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mockito.Mockito;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.newcontact.AnswerContactQuestion;
import org.serviceexchange.connection.newcontact.AskContact;
import org.serviceexchange.connection.newcontact.HearContact;
import org.serviceexchange.connection.newcontact.MemoryNamedContacts;
import org.serviceexchange.connection.newcontact.StatedContact;
import org.serviceexchange.connection.newcontact.TellContact;
import org.serviceexchange.connection.state.Addressee;
import org.serviceexchange.connection.state.AdoptState;
import org.serviceexchange.connection.state.AnswerState;
import org.serviceexchange.connection.state.AskPeer;
import org.serviceexchange.connection.state.MemoryInquiries;
import org.serviceexchange.connection.state.NextActor;
import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.connection.state.Sides;
import org.serviceexchange.connection.state.Standing;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.connection.state.StateMessages;
import org.serviceexchange.connection.statement.FurtherQuestion;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.beans.factory.ObjectProvider;

/** One side of a live connection with its real signed states, rules and use cases; record and rows are kept in memory. */
public final class SuspensionSide implements LivingConnections, SharedRecords {

    public static final String REGISTRATION = "REG0001001";

    public final List<String> journal = new ArrayList<>();
    public final List<Receipt> receipts = new ArrayList<>();
    public final MemoryNamedContacts contacts = new MemoryNamedContacts();
    /** Whether this side answers questions for the contact, and knows them at all. */
    public boolean contactsAnswered = true;

    public boolean contactsKnown = true;
    final MemorySuspensions suspensions = new MemorySuspensions();
    final ConnectionLife life = mock();
    final Standstills standstills;
    final SuspendConnection suspendConnection;
    private final TestKeys keys;
    private final ConnectionSide side;
    private final MemoryInquiries inquiries = new MemoryInquiries();
    private final AnswerState answerState;
    private final AskPeer askPeer;
    private final Statements statements;
    private final MovableClock clock;
    private final OutboundHttp http = mock();
    private long version = 1;
    private SuspensionSide other;

    public SuspensionSide(ConnectionSide side, MovableClock clock) {
        this.side = side;
        this.keys = new TestKeys(side.name());
        this.clock = clock;
        Journal notes = mock(Journal.class, call -> {
            if (call.getMethod().getName().equals("workNote")) {
                journal.add(who(call.getArgument(1)) + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault());
                if (call.getArguments().length > 3) {
                    receipts.addAll(call.<List<Receipt>>getArgument(3));
                }
            }
            return Mockito.RETURNS_DEFAULTS.answer(call);
        });
        ConnectionLookup lookup = new ConnectionLookup(only(this));
        standstills = new Standstills(suspensions, clock);
        suspendConnection = new SuspendConnection(
                suspensions,
                lookup,
                life,
                notes,
                new SuspensionSettings(Duration.ofDays(7), Duration.ofDays(90)),
                clock);
        Sides sides = new Sides(only(this));
        StateMessages messages = new StateMessages(keys, clock);
        answerState = new AnswerState(messages, sides, inquiries, inquiries, standstills, Mockito.mock());
        AdoptSuspension adoptSuspension = new AdoptSuspension(suspensions, lookup, life, notes, clock);
        statements = new Statements(lookup, keys, clock);
        askPeer = new AskPeer(
                messages,
                http,
                sides,
                new AdoptState(inquiries, adoptSuspension, notes),
                inquiries,
                List.of(
                        new QuestionThatFails(),
                        new AskContact(lookup, statements, http, new HearContact(lookup, contacts, notes))),
                clock);
        Mockito.when(http.post(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any()))
                .thenAnswer(call -> call.<URI>getArgument(0).getPath().endsWith(ProtocolPaths.CONTACTS)
                        ? other.answerContact(call.getArgument(2))
                        : other.answerState.answer(call.getArgument(2)));
    }

    /** A person of this provider names another contact. */
    public void contactChanged(String contact, String company) {
        ++version;
        new TellContact(contacts, inquiries, clock).changed(subject(), contact, company);
    }

    public byte[] answerContact(byte[] question) {
        if (!contactsAnswered) {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, keys.url());
        }
        if (!contactsKnown) {
            throw new PeerProblem(404, "SX-9002", List.of(), false, "", null);
        }
        return new AnswerContactQuestion(statements, contacts).answer(question);
    }

    public byte[] contactQuestion(Instant at) {
        StatedContact question = new StatedContact(
                REGISTRATION,
                side.name(),
                other.keys.thumbprint(),
                keys.thumbprint(),
                "",
                "",
                Instant.EPOCH,
                Statements.nonce(),
                at);
        return statements.write(MessageType.CONTACT_QUESTION, question);
    }

    private static Object who(Object author) {
        return author.equals(Journal.SYSTEM) ? "system" : author;
    }

    private static <T> ObjectProvider<T> only(T bean) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return Stream.of(bean);
            }
        };
    }

    public void connect(SuspensionSide peer) {
        other = peer;
    }

    /** Asks if something is due; false if not. */
    public boolean askDue() {
        return inquiries.due(Instant.MAX, 1).stream().findFirst().stream()
                        .filter(due -> inquiries.take(due, Instant.MAX))
                        .peek(due -> ask())
                        .count()
                == 1;
    }

    /** Version of the other side's record that this one heard of last. */
    public long heard() {
        return inquiries.heard(subject()).orElseThrow().version().version();
    }

    /** As when a person looks at the page. */
    public void ask() {
        askPeer.ask(side, subject(), null);
    }

    String number() {
        return side == ConnectionSide.PROVIDER ? "CCN0001001" : "PCN0001001";
    }

    String subject() {
        return side == ConnectionSide.PROVIDER ? REGISTRATION : number();
    }

    private Party party() {
        return new Party(keys.url(), keys.signaturePublicKey());
    }

    @Override
    public ConnectionSide side() {
        return side;
    }

    @Override
    public Optional<LivingConnection> find(String number) {
        Party provider = side == ConnectionSide.PROVIDER ? party() : other.party();
        Party consumer = side == ConnectionSide.PROVIDER ? other.party() : party();
        Parties parties = new Parties(REGISTRATION, provider, consumer, new byte[0]);
        return Optional.of(new LivingConnection(
                        number(), subject(), side, "key", parties, URI.create(other.keys.url() + "/sx/v1/probes")))
                .filter(connection -> number.equals(number()));
    }

    @Override
    public Optional<LivingConnection> ofSubject(String number) {
        return number.equals(subject()) ? find(number()) : Optional.empty();
    }

    @Override
    public Optional<LivingConnection> lock(String number) {
        return find(number);
    }

    @Override
    public Optional<LivingConnection> ofRegistration(String registration, String provider) {
        return find(number());
    }

    @Override
    public Optional<LivingConnection> ofKey(String keyId) {
        return Optional.empty();
    }

    @Override
    public Map<String, Long> versions(List<String> subjects) {
        return Map.of();
    }

    @Override
    public List<String> before(String number, int limit) {
        return List.of(number()).stream()
                .filter(own -> own.compareTo(number) < 0)
                .toList();
    }

    @Override
    public void keysRotated(String number, String keyId) {
        throw new IllegalStateException("nothing rotates here");
    }

    @Override
    public long changed(String number) {
        inquiries.tell(side, subject());
        return ++version;
    }

    @Override
    public Optional<Standing> standing(String peer, String registration, boolean proven) {
        StateFacts facts = new StateFacts(
                number(),
                PeerState.COMPLETE,
                PeerPhase.NONE,
                PeerReason.NONE,
                "client",
                0,
                "key",
                version,
                NextActor.NOBODY);
        return Optional.of(new Standing(subject(), facts, true));
    }

    @Override
    public Optional<Addressee> addressee(String number) {
        return Optional.of(
                new Addressee(REGISTRATION, other.keys.url(), other.keys.thumbprint(), version, new byte[0]));
    }

    @Override
    public boolean lock(String number, long expected) {
        return version == expected;
    }

    @Override
    public Runnable adopt(String number, StateFacts said) {
        return () -> {};
    }

    @Override
    public List<String> inProgress(int limit) {
        return List.of();
    }

    @Override
    public List<String> live(String after, int limit) {
        return List.of(subject());
    }

    /** It hinders neither the adoption of a state nor other questions. */
    private static final class QuestionThatFails implements FurtherQuestion {

        @Override
        public void ask(ConnectionSide side, String number) {
            throw new IllegalStateException("nobody answers this");
        }
    }
}
