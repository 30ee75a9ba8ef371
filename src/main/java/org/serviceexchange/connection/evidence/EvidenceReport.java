package org.serviceexchange.connection.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/** What a check of a file of evidence found. */
final class EvidenceReport {

    /** More are counted, not named. */
    private static final int NAMED = 200;

    private final List<LocalizedMessage> findings = new ArrayList<>();
    private final Map<String, Integer> signedByPeer = new TreeMap<>();
    private int found;
    private int withheld;
    private int unsigned;
    private long entries;
    private EvidenceLine.@Nullable Head head;

    void found(String key, Object... arguments) {
        found++;
        if (findings.size() < NAMED) {
            findings.add(LocalizedMessage.of("evidence.found." + key, arguments));
        }
    }

    void head(EvidenceLine.Head read) {
        head = read;
    }

    EvidenceLine.@Nullable Head head() {
        return head;
    }

    void entry() {
        entries++;
    }

    void signedByPeer(String payloadType) {
        signedByPeer.merge(payloadType, 1, Integer::sum);
    }

    void withheld() {
        withheld++;
    }

    void unsigned() {
        unsigned++;
    }

    boolean stands() {
        return found == 0;
    }

    /** What people are told, line by line. */
    List<LocalizedMessage> sentences() {
        List<LocalizedMessage> told = new ArrayList<>();
        EvidenceLine.Head about = head;
        if (about != null) {
            told.add(LocalizedMessage.of(
                    "evidence.about." + about.side(),
                    about.number(),
                    about.registration(),
                    about.connection(),
                    about.state()));
            told.add(LocalizedMessage.of(
                    "evidence.written", about.instance(), about.exportedAt(), about.version(), about.commit()));
            told.add(LocalizedMessage.of("evidence.signer", about.signer()));
        }
        told.add(LocalizedMessage.of(stands() ? "evidence.stands" : "evidence.falls", Long.valueOf(found)));
        told.addAll(findings);
        if (found > findings.size()) {
            told.add(LocalizedMessage.of("evidence.more", Long.valueOf(found - findings.size())));
        }
        told.add(LocalizedMessage.of("evidence.entries", entries));
        signedByPeer.forEach(
                (type, count) -> told.add(LocalizedMessage.of("evidence.signedByPeer", Long.valueOf(count), type)));
        told.add(LocalizedMessage.of("evidence.unsigned", Long.valueOf(unsigned), Long.valueOf(withheld)));
        told.add(LocalizedMessage.of("evidence.unknowable"));
        return told;
    }
}
