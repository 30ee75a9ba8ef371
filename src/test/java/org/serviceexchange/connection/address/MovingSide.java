package org.serviceexchange.connection.address;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.connection.address.store.TestAddressTables;
import org.serviceexchange.connection.announcement.RecordAnnouncement;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.outbound.TestCallableAddresses;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.beans.factory.ObjectProvider;

/** One side of a living connection with its real tables, messages and use cases; its record is kept in memory. */
final class MovingSide implements LivingConnections, PeerAddresses {

    final List<String> journal = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    final InstanceKeys keys;
    final TestAddressTables tables;
    final String number;
    private final ConnectionSide side;
    private final Map<String, MovingSide> network;
    private final MovableClock clock;
    private final OutboundHttp http = mock();
    private InstanceSettings settings;
    private Party peer = new Party("", new byte[0]);
    private boolean living = true;

    /** Another connection, whose record cannot be read. */
    String altered = "";

    MovingSide(ConnectionSide side, InstanceKeys keys, Map<String, MovingSide> network, MovableClock clock) {
        this.side = side;
        this.keys = keys;
        this.network = network;
        this.clock = clock;
        this.number = side == ConnectionSide.PROVIDER ? "CCN0001001" : "PCN0001001";
        this.tables = new TestAddressTables(UUID.randomUUID().toString(), clock).with(number);
        this.settings = TestInstanceSettings.at("https://" + side.name().toLowerCase(Locale.ROOT) + ".example.com");
        when(http.post(any(), anyString(), any(), any()))
                .thenAnswer(call -> posted(call.getArgument(0), call.getArgument(2)));
        when(http.get(any()))
                .thenAnswer(call -> at(call.getArgument(0)).discovery().describe());
    }

    static TestKeys keys(ConnectionSide side) {
        return new TestKeys(side.name());
    }

    /** The instance is stopped, and starts again at this address; nobody is at the former one. */
    void moveTo(String url) {
        network.values().removeIf(known -> known == this);
        startAt(url);
    }

    void startAt(String url) {
        settings = TestInstanceSettings.at(url);
        network.put(url, this);
        new NoticeMove(tables.own(), tables.announcements(), settings).notice(clock.instant());
    }

    void tell() {
        announceAddress().announceDue();
    }

    AnnounceAddress announceAddress() {
        AddressAnnouncements announcements = tables.announcements();
        return new AnnounceAddress(
                announcements, lookup(), messages(), new RecordAnnouncement(notes()), keys, http, clock);
    }

    AddressRounds rounds() {
        return new AddressRounds(
                new NoticeMove(tables.own(), tables.announcements(), settings), announceAddress(), clock);
    }

    byte[] answer(URI address, byte[] message) {
        return address.getPath().endsWith(ProtocolPaths.ADDRESSES)
                ? answerAnnouncement().answer(message)
                : new AnswerAddressQuestion(messages(), settings).answer(message);
    }

    AnswerAnnouncement answerAnnouncement() {
        return new AnswerAnnouncement(messages(), TestCallableAddresses.of(settings), prove(), adopt());
    }

    EnterPeerAddress enterPeerAddress() {
        return new EnterPeerAddress(lookup(), TestCallableAddresses.of(settings), prove(), adopt());
    }

    PeerAddressInView.View view() {
        return new PeerAddressInView(lookup(), tables.moves(), tables.announcements(), clock)
                .ofSubject(number)
                .orElseThrow();
    }

    OwnAddressInView.View ownView() {
        return new OwnAddressInView(
                        tables.own(),
                        tables.announcements(),
                        lookup(),
                        settings,
                        new AddressSettings(Duration.ofDays(7)),
                        clock)
                .view();
    }

    DecideAnnouncement decide() {
        return new DecideAnnouncement(tables.announcements(), lookup(), notes(), clock);
    }

    AddressMessages messages() {
        return new AddressMessages(new Statements(lookup(), keys, clock));
    }

    private ProveAddress prove() {
        return new ProveAddress(messages(), discovery(), http);
    }

    private AdoptAddress adopt() {
        return new AdoptAddress(
                lookup(),
                List.of(this),
                tables.moves(),
                notes(),
                new RareNotes(notes(), clock),
                new AddressSettings(Duration.ofDays(7)),
                clock);
    }

    private Discovery discovery() {
        return new Discovery(settings, keys, clock);
    }

    private ConnectionLookup lookup() {
        ObjectProvider<LivingConnections> sides = mock();
        when(sides.stream()).thenAnswer(call -> List.of(this).stream());
        return new ConnectionLookup(sides);
    }

    private Journal notes() {
        return mock(Journal.class, call -> {
            if (!call.getMethod().getName().equals("workNote")) {
                return org.mockito.Answers.RETURNS_DEFAULTS.answer(call);
            }
            Object author = call.getArgument(1);
            journal.add((author instanceof Author of ? of.actor() : author) + ": "
                    + call.<LocalizedMessage>getArgument(2).inDefault());
            if (call.getArguments().length > 3) {
                receipts.addAll(call.getArgument(3));
            }
            return null;
        });
    }

    /** What the other side throws arrives as what it says about it. */
    private byte[] posted(URI address, byte[] message) {
        MovingSide there = at(address);
        try {
            return there.answer(address, message);
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

    private MovingSide at(URI address) {
        return network.entrySet().stream()
                .filter(known -> address.toString().startsWith(known.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.PEER_UNREACHABLE, address.getAuthority()));
    }

    String url() {
        return String.valueOf(settings.baseUrl());
    }

    void connect(Party pinned) {
        peer = pinned;
        startAt(url());
    }

    void end() {
        living = false;
        tables.ended(number);
    }

    String peerUrl() {
        return peer.url();
    }

    Party party() {
        return new Party(url(), keys.signaturePublicKey());
    }

    LivingConnection connection() {
        return find(number).orElseThrow();
    }

    @Override
    public ConnectionSide side() {
        return side;
    }

    @Override
    public Optional<LivingConnection> find(String asked) {
        if (asked.equals(altered)) {
            throw new Problem(ProblemCode.RECORD_ALTERED, "connection", asked);
        }
        boolean provider = side == ConnectionSide.PROVIDER;
        Parties parties = new Parties("REG0001001", provider ? party() : peer, provider ? peer : party(), new byte[0]);
        return Optional.of(new LivingConnection(
                        number, number, side, "key", parties, URI.create(peer.url() + ProtocolPaths.PROBES)))
                .filter(connection -> living && asked.equals(number));
    }

    @Override
    public Optional<LivingConnection> ofSubject(String asked) {
        return find(asked);
    }

    @Override
    public Optional<LivingConnection> lock(String asked) {
        return find(asked);
    }

    @Override
    public Optional<LivingConnection> ofRegistration(String registration, String provider) {
        return find(number)
                .filter(found -> registration.equals("REG0001001")
                        && provider.equals(found.parties().provider().thumbprint()));
    }

    @Override
    public Optional<LivingConnection> ofKey(String keyId) {
        return find(number).filter(found -> found.keyId().equals(keyId));
    }

    @Override
    public Map<String, Long> versions(List<String> subjects) {
        return Map.of();
    }

    @Override
    public List<String> before(String before, int limit) {
        return List.of();
    }

    @Override
    public void keysRotated(String rotated, String keyId) {
        throw new UnsupportedOperationException("no keys are rotated here");
    }

    @Override
    public long changed(String changed) {
        throw new UnsupportedOperationException("nothing else changes here");
    }

    @Override
    public void moved(String moved, String address) {
        peer = new Party(address, peer.signatureKey());
    }
}
