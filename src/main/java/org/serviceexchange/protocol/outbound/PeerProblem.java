package org.serviceexchange.protocol.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.problem.ProblemTexts;

/** A peer answered with a problem document. */
public final class PeerProblem extends RuntimeException implements ExplainedFailure {

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final boolean retry;
    private final String detail;
    private final transient @Nullable Instant serverTime;

    /** What the peer said; see the methods for the meaning of each. */
    public PeerProblem(
            int status,
            String code,
            List<Object> arguments,
            boolean retry,
            String detail,
            @Nullable Instant serverTime) {
        super(code + ": " + detail);
        this.status = status;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.retry = retry;
        this.detail = detail;
        this.serverTime = serverTime;
    }

    /** The HTTP status of the response. */
    public int status() {
        return status;
    }

    /** The problem's code, such as {@code SX-2201}; empty if the peer gave none. */
    public String code() {
        return code;
    }

    /** Whether the peer, or the code as we know it, says that the same request may succeed later. */
    @Override
    public boolean mayPass() {
        return retry || finding().code().retry();
    }

    /** Cause and solution in the peer's own text, for people; printable characters only, 500 at most. */
    public String detail() {
        return detail;
    }

    /** The peer's clock when it answered, if it said so. Reserved, not used yet. */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(serverTime);
    }

    /** The problem as data, if we know its code and the peer sent everything that its texts name; what else it sent is left. */
    public Optional<Finding> known() {
        return ProblemTexts.known(code)
                .filter(known -> arguments.size() >= ProblemTexts.arguments(known))
                .map(known -> new Finding(known, arguments.subList(0, ProblemTexts.arguments(known))));
    }

    /** The problem as data; if it is not {@link #known}, a {@code PEER_REFUSED} with the peer's words and its code. */
    @Override
    public Finding finding() {
        String words = detail.isBlank() ? "HTTP " + status : detail;
        return known().orElseGet(() -> new Finding(ProblemCode.PEER_REFUSED, List.of(words, code)));
    }

    /** A problem in the words of a peer. */
    public record Quoted(ProblemCode code, String words) {}

    /** What {@link #finding} quotes from a peer whose code we know. */
    public static Optional<Quoted> quotedIn(Finding finding) {
        List<Object> said = finding.arguments();
        return finding.code() == ProblemCode.PEER_REFUSED && said.size() == 2
                ? ProblemTexts.known(said.get(1).toString())
                        .map(code -> new Quoted(code, said.get(0).toString()))
                : Optional.empty();
    }
}
