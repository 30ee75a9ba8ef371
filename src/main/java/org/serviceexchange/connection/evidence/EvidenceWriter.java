package org.serviceexchange.connection.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

/** Writes the lines of a file of evidence and their seals; holds no more than the hashes of one seal. */
final class EvidenceWriter {

    private final OutputStream out;
    private final InstanceKeys keys;
    private final String number;
    private final List<String> lines = new ArrayList<>();
    private long first = 1;
    private String previous = "";

    EvidenceWriter(OutputStream out, InstanceKeys keys, String number) {
        this.out = out;
        this.keys = keys;
        this.number = number;
    }

    void write(EvidenceLine line) throws IOException {
        byte[] bytes = Wire.write(line);
        put(bytes);
        lines.add(EvidenceSeal.line(line.name(), Thumbprint.of(bytes)));
        if (lines.size() == EvidenceSeal.MOST) {
            seal(false);
        }
    }

    /** Writes the last seal. */
    void end() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean end) throws IOException {
        EvidenceSeal seal = new EvidenceSeal(number, first, previous, lines, end);
        put(SignedEnvelope.write(MessageType.EVIDENCE, seal, keys));
        previous = Thumbprint.of(Wire.write(seal));
        first += lines.size();
        lines.clear();
    }

    private void put(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
