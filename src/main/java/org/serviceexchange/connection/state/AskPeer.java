package org.serviceexchange.connection.state;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.state.AdoptState.Asked;
import org.serviceexchange.connection.statement.FurtherQuestion;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the peer of a record for its state, and adopts what follows. */
@Service
public class AskPeer {

    private static final Logger LOG = LoggerFactory.getLogger(AskPeer.class);

    private final StateMessages messages;
    private final OutboundHttp http;
    private final Sides sides;
    private final AdoptState adoptState;
    private final Inquiries inquiries;
    private final List<FurtherQuestion> further;
    private final Clock clock;

    public AskPeer(
            StateMessages messages,
            OutboundHttp http,
            Sides sides,
            AdoptState adoptState,
            Inquiries inquiries,
            List<FurtherQuestion> further,
            Clock clock) {
        this.messages = messages;
        this.http = http;
        this.sides = sides;
        this.adoptState = adoptState;
        this.inquiries = inquiries;
        this.further = List.copyOf(further);
        this.clock = clock;
    }

    /** How a question ended. */
    public enum Outcome {
        /** There is nobody to ask. */
        NOBODY,
        /** The peer answered, and its answer was adopted. */
        ADOPTED,
        /** The own record changed while the peer answered, or a newer answer was faster: ask again. */
        CHANGED_MEANWHILE
    }

    /**
     * Asks; no transaction may be open. Everything that hinders the answer is thrown as by {@link OutboundHttp}.
     *
     * @param taken the time until which the question was taken; null if it was not due
     */
    public Outcome ask(ConnectionSide side, String number, @Nullable Instant taken) {
        SharedRecords known = sides.of(side).orElseThrow();
        Optional<Addressee> addressee = known.addressee(number);
        if (addressee.isEmpty()) {
            return Outcome.NOBODY;
        }
        Addressee peer = addressee.get();
        Asked asked = new Asked(peer.version(), inquiries.heard(number), taken);
        PeerAnswer said = said(side, number, peer);
        boolean more = asksMore(asked, said.document().facts());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Runnable> left = adoptState.adopt(known, number, asked, said, now);
        if (more && left.isPresent()) {
            further.forEach(question -> ask(question, side, number));
        }
        left.ifPresent(Runnable::run);
        return left.isPresent() ? Outcome.ADOPTED : Outcome.CHANGED_MEANWHILE;
    }

    /** After a change, and with each regular question, because an answer may have been lost. An onboarding is no change. */
    private static boolean asksMore(Asked asked, StateFacts said) {
        return said.state() == PeerState.COMPLETE
                && asked.heard()
                        .filter(before -> before.state() == PeerState.COMPLETE
                                && (asked.taken() == null || before.version().version() != said.version()))
                        .isPresent();
    }

    /** The state was adopted: whatever hinders this answer hinders nothing else. */
    private static void ask(FurtherQuestion question, ConnectionSide side, String number) {
        try {
            question.ask(side, number);
        } catch (RuntimeException e) {
            LOG.debug("The peer of {} did not answer a further question.", number, e);
        }
    }

    /** A peer that does not know this instance any more is shown its own signed response to the claim. */
    private PeerAnswer said(ConnectionSide side, String number, Addressee peer) {
        try {
            return said(side, number, peer, new byte[0]);
        } catch (PeerProblem refused) {
            if (peer.proof().length == 0 || !refused.code().equals(ProblemCode.EXCHANGE_FAILED.code())) {
                throw refused;
            }
            return said(side, number, peer, peer.proof());
        }
    }

    private PeerAnswer said(ConnectionSide side, String number, Addressee peer, byte[] proof) {
        StateQuestion question = messages.ask(side, number, peer, proof);
        URI address = URI.create(peer.url() + ProtocolPaths.STATE);
        byte[] answer = http.post(address, "application/json", messages.question(question), Map.of());
        return new PeerAnswer(messages.readAnswer(answer, question, peer.url()), answer);
    }
}
