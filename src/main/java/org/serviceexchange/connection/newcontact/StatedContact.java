package org.serviceexchange.connection.newcontact;

import java.time.Instant;
import org.serviceexchange.connection.statement.Statement;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of the question for the contact of a connection, and of its answer. JSON; specified in docs/protocol.md, section 16.
 *
 * @param contact name of the contact; empty in a question, and if it never changed since the onboarding
 * @param company name of its company; empty as {@code contact}
 * @param changedAt when the contact became this one; 0 as long as {@code contact} is empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StatedContact(
        String registration,
        String side,
        String provider,
        String consumer,
        String contact,
        String company,
        Instant changedAt,
        byte[] nonce,
        Instant issuedAt)
        implements Statement {

    public StatedContact {
        Statement.require(registration, side, provider, consumer, nonce);
        boolean none = changedAt.equals(Instant.EPOCH);
        MessageFields.require(
                contact.isEmpty() == none && company.isEmpty() == none,
                "contact, company and changedAt must be given together");
        if (!none) {
            MessageFields.text("contact", contact);
            MessageFields.text("company", company);
        }
    }
}
