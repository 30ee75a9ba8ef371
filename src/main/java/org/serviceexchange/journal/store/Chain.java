package org.serviceexchange.journal.store;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;

/** Keyed hashes that bind the entries of a subject to each other and to their number. */
final class Chain {

    /** Predecessor of the first entry. */
    static final String START = "";

    private final KeyedHash keyedHash;

    Chain(KeyedHash keyedHash) {
        this.keyedHash = keyedHash;
    }

    String hashOf(EntryRow row, String previousHash) {
        String fields = encode(
                previousHash,
                row.subject(),
                Long.toString(row.number()),
                row.entry().kind().name(),
                row.kindOfAuthor()
                        ? row.entry().author().id()
                        : row.entry().author().actor(),
                row.entry().text(),
                row.entry().at().toString());
        if (row.kindOfAuthor()) {
            fields += encode("author", row.entry().author().kind().name());
        }
        if (row.receipts() != null) {
            fields += encode("receipts", row.receipts());
        }
        LocalizedMessage message = row.entry().message();
        return keyedHash.of(
                "journal-entry", message == null ? fields : fields + encode(LocalizedMessageText.write(message)));
    }

    String hashOfEnd(String subject, long number, String entryHash) {
        return keyedHash.of("journal-end", encode(subject, Long.toString(number), entryHash));
    }

    /** Encodes each field with its length, so that different lists of fields never give the same text. */
    private static String encode(String... fields) {
        return Arrays.stream(fields).map(field -> field.length() + ":" + field).collect(Collectors.joining());
    }
}
