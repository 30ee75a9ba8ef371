package org.serviceexchange.connection.evidence;

import java.util.List;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of a signed line, which vouches for the lines before it, back to the seal before.
 *
 * @param number number of the record, so that lines of different files cannot be mixed
 * @param first number of the first line that it vouches for, counted from 1 without the seals
 * @param previous SHA-256 of the payload of the seal before, base64url; empty in the first seal
 * @param lines what the lines are called, one space, and the SHA-256 of their bytes, base64url
 * @param end whether this is the last seal
 */
record EvidenceSeal(String number, long first, String previous, List<String> lines, boolean end) {

    /** As many lines as one seal vouches for at most: a reader holds no more of them at once. */
    static final int MOST = 200;

    EvidenceSeal {
        MessageFields.require(lines.size() <= MOST, "a seal vouches for " + MOST + " lines or less");
        lines = List.copyOf(lines);
    }

    static String line(String name, String hash) {
        return name + " " + hash;
    }

    static String nameOf(String line) {
        return line.substring(0, Math.max(0, line.lastIndexOf(' ')));
    }

    static String hashOf(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
