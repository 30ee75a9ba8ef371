package org.serviceexchange.protocol.wire;

import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** What a payload is; the type is signed with it. */
public enum MessageType {
    DESCRIPTION("description"),
    CLAIM("claim"),
    CLAIM_ANSWER("claim-answer"),
    M1("m1"),
    M2("m2"),
    M3("m3"),
    M4("m4"),
    PROBE("probe"),
    PROBE_ANSWER("probe-answer");

    private static final Pattern ANY_VERSION = Pattern.compile("application/vnd\\.service-exchange\\.v[0-9]{1,4}\\..+");

    private final String payloadType;

    MessageType(String name) {
        payloadType = "application/vnd.service-exchange.v1." + name + "+json";
    }

    /** The payload type as it stands in the message. */
    public String payloadType() {
        return payloadType;
    }

    /** Refuses a message of another type or version. */
    public void require(String received) {
        if (received.equals(payloadType)) {
            return;
        }
        if (ANY_VERSION.matcher(received).matches() && !received.startsWith("application/vnd.service-exchange.v1.")) {
            throw new Problem(ProblemCode.VERSION_UNSUPPORTED);
        }
        throw MessageRefusal.malformed("payloadType must be " + payloadType);
    }
}
