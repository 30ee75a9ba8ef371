package org.serviceexchange.rehearsal.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * A case came by an element or a flow.
 *
 * @param number of the case; null before it has one
 * @param element id of the element or flow
 * @param leaving whether it left the element, rather than coming to it
 */
public record PassedStep(
        ConnectionSide side, String process, @Nullable String number, String element, boolean leaving, Instant at) {}
