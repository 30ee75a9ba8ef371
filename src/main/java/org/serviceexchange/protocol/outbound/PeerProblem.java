package org.serviceexchange.protocol.outbound;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A peer responded with a problem document (RFC 9457). */
public final class PeerProblem extends RuntimeException {

    private final int status;
    private final String code;
    private final boolean retry;
    private final String detail;
    private final transient @Nullable Instant serverTime;

    /** Values from the problem document; the accessors describe them. */
    public PeerProblem(int status, String code, boolean retry, String detail, @Nullable Instant serverTime) {
        super(code + ": " + detail);
        this.status = status;
        this.code = code;
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

    /** Whether the same request may succeed later. */
    public boolean retry() {
        return retry;
    }

    /** Cause and solution in the peer's own text, for people; printable characters only, 500 at most. */
    public String detail() {
        return detail;
    }

    /** The peer's clock when it responded, if the document contains it. */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(serverTime);
    }
}
