package org.serviceexchange.journal.store;

import org.serviceexchange.journal.JournalEntry;

/** An entry at its place in the chain of a subject; the first has number 1. */
record EntryRow(String subject, long number, JournalEntry entry, String hash) {}
