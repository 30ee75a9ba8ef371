package org.serviceexchange.platform.mail;

import java.util.UUID;
import org.serviceexchange.platform.problem.Finding;

/** Has to know when an e-mail that it sent comes back. */
public interface ReturnedMailReader {

    /** Records that this e-mail came back, and why; false if it is none of the reader's, or came back before. */
    boolean returned(UUID id, Finding why);
}
