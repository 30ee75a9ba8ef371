package org.serviceexchange.connection.signature;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.announcement.RecordAnnouncement;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.signature.store.TestKeyTables;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.SignatureKeyReplaced;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.beans.factory.ObjectProvider;

/** One side of a living connection with its real tables, messages and use cases; its record is kept in memory. */
final class RekeyingSide implements LivingConnections, PeerKeys {

    static final String REGISTRATION = "REG0001001";

    final List<String> journal = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    final TestKeyTables tables;
    final RotatingKeys keys;
    final ConnectionSide side;
    /** Whether anything reaches this side, and whether its answers reach the other one. */
    boolean reachable = true;

    boolean answersArrive = true;
    boolean living = true;
    RekeyingSide other;
    /** Announcements that this side received, whether or not it answered. */
    final List<byte[]> announced = new ArrayList<>();

    byte[] peerKey = new byte[0];
    private final MovableClock clock;
    private final OutboundHttp http = mock();

    RekeyingSide(ConnectionSide side, MovableClock clock) {
        this.side = side;
        this.clock = clock;
        this.tables = new TestKeyTables(UUID.randomUUID().toString(), clock);
        this.keys = new RotatingKeys(name(1), tables.pinned());
        tables.living(number(), side.name(), REGISTRATION);
        when(http.post(any(), anyString(), any(), any()))
                .thenAnswer(call -> other.posted(call.getArgument(0), call.getArgument(2)));
    }

    String name(int version) {
        return side.name().toLowerCase(Locale.ROOT) + version;
    }

    void connect(RekeyingSide peer) {
        other = peer;
        peerKey = peer.keys.signaturePublicKey();
    }

    /** A person makes a new version. */
    void rotate(int version) {
        String former = keys.thumbprint();
        keys.add(name(version));
        new PlanKeyAnnouncements(tables.announcements(), providing((SharedRecords) null), clock)
                .plan(new SignatureKeyReplaced(former, keys.thumbprint()));
    }

    void tell() {
        new AnnounceKey(
                        tables.announcements(),
                        lookup(),
                        messages(),
                        new RecordAnnouncement(notes()),
                        keys,
                        http,
                        clock)
                .announceDue();
    }

    OwnKeyInView.View view() {
        return new OwnKeyInView(keys, tables.announcements(), lookup()).view();
    }

    DecideKeyAnnouncement decide() {
        return new DecideKeyAnnouncement(tables.announcements(), lookup(), notes(), clock);
    }

    KeyMessages messages() {
        return new KeyMessages(statements());
    }

    Statements statements() {
        return new Statements(lookup(), keys, clock);
    }

    byte[] answer(byte[] announcement) {
        AdoptKey adopt =
                new AdoptKey(lookup(), List.of(this), tables.former(), notes(), new RareNotes(notes(), clock), clock);
        return new AnswerKeyAnnouncement(messages(), adopt, keys, http).answer(announcement);
    }

    /** What the other side throws arrives as what it says about it. */
    private byte[] posted(URI address, byte[] message) {
        if (!reachable) {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, address.getAuthority());
        }
        if (address.getPath().equals(ProtocolPaths.SIGNATURE_KEYS)) {
            announced.add(message);
        }
        byte[] answer = refusing(address, message);
        if (!answersArrive) {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, address.getAuthority());
        }
        return answer;
    }

    private byte[] refusing(URI address, byte[] message) {
        try {
            return address.getPath().equals(ProtocolPaths.SIGNATURE_KEYS)
                    ? answer(message)
                    : new AnswerKeyQuestion(messages(), keys).answer(message);
        } catch (Problem refused) {
            throw new PeerProblem(
                    refused.code().status(),
                    refused.code().code(),
                    refused.finding().shortened().arguments(),
                    false,
                    refused.getMessage(),
                    null);
        }
    }

    private ConnectionLookup lookup() {
        return new ConnectionLookup(providing(this));
    }

    private static <T> ObjectProvider<T> providing(T bean) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return Stream.ofNullable(bean);
            }
        };
    }

    private Journal notes() {
        return mock(Journal.class, call -> {
            if (!call.getMethod().getName().equals("workNote")) {
                return org.mockito.Answers.RETURNS_DEFAULTS.answer(call);
            }
            journal.add(call.getArgument(1) + ": "
                    + call.<LocalizedMessage>getArgument(2).inDefault());
            if (call.getArguments().length > 3) {
                receipts.addAll(call.getArgument(3));
            }
            return null;
        });
    }

    String number() {
        return side == ConnectionSide.PROVIDER ? "CCN0001001" : "PCN0001001";
    }

    String subject() {
        return side == ConnectionSide.PROVIDER ? REGISTRATION : number();
    }

    private String url() {
        return "https://" + side.name().toLowerCase(Locale.ROOT) + ".example.com";
    }

    LivingConnection connection() {
        return find(number()).orElseThrow();
    }

    @Override
    public ConnectionSide side() {
        return side;
    }

    @Override
    public void replaced(String number, byte[] signatureKey) {
        peerKey = signatureKey;
    }

    @Override
    public Optional<LivingConnection> find(String asked) {
        Party own = new Party(url(), keys.ofRecord(subject()).signaturePublicKey());
        Party peer = new Party(other.url(), peerKey);
        boolean provider = side == ConnectionSide.PROVIDER;
        Parties parties = new Parties(REGISTRATION, provider ? own : peer, provider ? peer : own, new byte[0]);
        return Optional.of(new LivingConnection(
                        number(), subject(), side, "key", parties, URI.create(other.url() + ProtocolPaths.PROBES)))
                .filter(connection -> living && asked.equals(number()));
    }

    @Override
    public Optional<LivingConnection> ofSubject(String asked) {
        return asked.equals(subject()) ? find(number()) : Optional.empty();
    }

    @Override
    public Optional<LivingConnection> lock(String asked) {
        return find(asked);
    }

    @Override
    public Optional<LivingConnection> ofRegistration(String registration, String provider) {
        return side == ConnectionSide.PROVIDER
                ? find(number()).filter(found -> keys.thumbprints().contains(provider))
                : find(number()).filter(found -> found.peer().thumbprint().equals(provider));
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
        return List.of();
    }

    @Override
    public void keysRotated(String number, String keyId) {
        throw new IllegalStateException("nothing rotates here");
    }

    @Override
    public long changed(String number) {
        return 1;
    }
}
