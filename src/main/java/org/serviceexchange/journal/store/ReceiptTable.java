package org.serviceexchange.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the messages that prove entries; which belong to an entry, and their hashes, is proved by the entry's own hash. */
@Repository
class ReceiptTable {

    /** Messages of one subject that are kept whole. A peer must not be able to fill the database; of later ones the hash is kept. */
    private static final int MOST = 200;

    private static final int MOST_OF_ENTRY = 10;

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    ReceiptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String subject, long entry, List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        int kept = mayBeFull(entry, receipts) ? count(subject) : 0;
        List<@Nullable Object> values = new ArrayList<>();
        for (int place = 0; place < receipts.size(); place++) {
            Receipt receipt = kept + place < MOST
                    ? receipts.get(place)
                    : receipts.get(place).hashOnly();
            values.addAll(Arrays.asList(
                    subject,
                    entry,
                    place,
                    receipt.payloadType(),
                    receipt.own(),
                    receipt.signatureKey(),
                    receipt.message(),
                    receipt.hash()));
        }
        jdbc.sql("insert into journal_receipt"
                        + " (subject, entry_number, place, payload_type, own, signature_key, message, message_hash)"
                        + " values " + String.join(", ", Collections.nCopies(receipts.size(), ROW)))
                .params(values)
                .update();
    }

    /** Entries before this one cannot have had more messages than this; few subjects come so far that they have to be counted. */
    private static boolean mayBeFull(long entry, List<Receipt> receipts) {
        if (receipts.size() > MOST_OF_ENTRY) {
            throw new IllegalArgumentException(
                    "An entry is proved by at most " + MOST_OF_ENTRY + " messages, not " + receipts.size() + ".");
        }
        return (entry - 1) * MOST_OF_ENTRY + receipts.size() > MOST;
    }

    /** The receipts of some entries, in their order. */
    Map<Long, List<Receipt>> of(String subject, long from, long to) {
        return jdbc
                .sql("select * from journal_receipt where subject = ? and entry_number between ? and ?"
                        + " order by entry_number, place")
                .params(subject, from, to)
                .query(ReceiptTable::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Numbered::entry, Collectors.mapping(Numbered::receipt, Collectors.toList())));
    }

    /** Those among the kept ones that an entry names; one that is not kept any more stands there by its hash. */
    static List<Receipt> named(@Nullable String hashes, List<Receipt> kept) {
        List<Receipt> named = new ArrayList<>();
        for (String hash : hashes == null ? List.<String>of() : List.of(hashes.split(" "))) {
            named.add(kept.stream()
                    .filter(receipt -> receipt.hash().equals(hash))
                    .findFirst()
                    .orElseGet(() -> new Receipt("", false, null, null, hash)));
        }
        return named;
    }

    static @Nullable String hashes(List<Receipt> receipts) {
        return receipts.isEmpty() ? null : receipts.stream().map(Receipt::hash).collect(Collectors.joining(" "));
    }

    private int count(String subject) {
        return jdbc.sql("select count(*) from journal_receipt where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    private static Numbered row(ResultSet row, int index) throws SQLException {
        return new Numbered(
                row.getLong("entry_number"),
                new Receipt(
                        row.getString("payload_type"),
                        row.getBoolean("own"),
                        row.getBytes("signature_key"),
                        row.getBytes("message"),
                        row.getString("message_hash")));
    }

    private record Numbered(long entry, Receipt receipt) {}
}
