package org.serviceexchange.connection.evidence;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.Wire;

/** Reads a file of evidence line by line; a line that is too long ends the reading. */
final class EvidenceLines {

    private static final Pattern TYPE = Pattern.compile("^\\{\"type\":\"([a-z]{1,20})\",");

    private static final Map<String, Class<? extends EvidenceLine>> TYPES = Map.of(
            EvidenceLine.Head.TYPE, EvidenceLine.Head.class,
            EvidenceLine.Key.TYPE, EvidenceLine.Key.class,
            EvidenceLine.Consent.TYPE, EvidenceLine.Consent.class,
            EvidenceLine.Message.TYPE, EvidenceLine.Message.class,
            EvidenceLine.Entry.TYPE, EvidenceLine.Entry.class);

    private final InputStream in;

    EvidenceLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The bytes of the next line, without its end; null after the last one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return line.size() == 0 ? null : line.toByteArray();
            }
            if (line.size() == Wire.MAX_BYTES) {
                throw new EOFException("a line is longer than 32 KiB");
            }
            line.write(read);
        }
        return line.toByteArray();
    }

    /** Whether the line is a seal rather than one that a seal vouches for. */
    static boolean isSeal(byte[] line) {
        return start(line).startsWith("{\"payloadType\":");
    }

    /** The line as an object; empty if it is none of the known ones. */
    static Optional<EvidenceLine> read(byte[] line) {
        Matcher type = TYPE.matcher(start(line));
        Class<? extends EvidenceLine> form = type.lookingAt() ? TYPES.get(type.group(1)) : null;
        try {
            return form == null ? Optional.empty() : Optional.of(Wire.read(line, form));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }

    private static String start(byte[] line) {
        return new String(line, 0, Math.min(line.length, 40), StandardCharsets.ISO_8859_1);
    }
}
