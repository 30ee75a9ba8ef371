package org.serviceexchange.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.backup.Rows.Sink;
import org.serviceexchange.kmf.primitive.Thumbprint;

/**
 * Counts the rows of a table and sums the hashes of each row up, so that two tables with the same rows have the same sum
 * whatever the order in which their databases return them. It finds what was lost or mangled; against somebody who edits a
 * backup on purpose the rows themselves have proofs.
 */
public final class ContentSum implements Sink {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BITS = 256;

    private final Sink next;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;
    private List<String> columns = List.of();

    /** Sums up what it hands on. */
    public ContentSum(Sink next) {
        this.next = next;
    }

    /** Only sums up. */
    public static ContentSum alone() {
        return new ContentSum(new Sink() {
            @Override
            public void columns(List<String> names) {
                // nobody else wants the rows
            }

            @Override
            public void row(List<@Nullable Object> values) {
                // nobody else wants the rows
            }
        });
    }

    @Override
    public void columns(List<String> names) {
        columns = names;
        next.columns(names);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        rows++;
        sum = sum.add(new BigInteger(1, Thumbprint.sha256(encoded(values)))).mod(BigInteger.TWO.pow(BITS));
        next.row(values);
    }

    /** A column without a value is left out: it makes no difference whether a table has it. */
    private byte[] encoded(List<@Nullable Object> values) {
        List<Object> present = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                present.add(columns.get(i));
                present.add(value);
            }
        }
        try {
            return JSON.writeValueAsString(present).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TableContent of(String table) {
        return new TableContent(table, rows, sum.toString(Character.MAX_RADIX));
    }
}
