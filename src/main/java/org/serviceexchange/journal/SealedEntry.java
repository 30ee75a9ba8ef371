package org.serviceexchange.journal;

import java.util.List;

/**
 * An entry with its place in the chain of its subject.
 *
 * @param number its number, from 1
 * @param receipts the messages that prove what it says
 * @param hash keyed hash over the entry and the one before; only this instance can verify it
 */
public record SealedEntry(long number, JournalEntry entry, List<Receipt> receipts, String hash) {

    public SealedEntry {
        receipts = List.copyOf(receipts);
    }
}
