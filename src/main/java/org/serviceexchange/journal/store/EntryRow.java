package org.serviceexchange.journal.store;

import org.serviceexchange.journal.JournalEntry;

/** An entry with its number in the chain of its subject, starting at 1. */
record EntryRow(String subject, long number, JournalEntry entry, String hash) {}
