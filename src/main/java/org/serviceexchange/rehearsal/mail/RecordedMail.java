package org.serviceexchange.rehearsal.mail;

import java.time.Instant;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** An e-mail that a side would have sent. */
public record RecordedMail(ConnectionSide side, Instant at, String to, String subject) {}
