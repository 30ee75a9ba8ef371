package org.serviceexchange.platform.engine;

import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;

/**
 * Text that the engine keeps for two readers: English for people in Cockpit, and in the last line the same as data, in no
 * language. This application reads the last line only.
 */
public final class ReadableData {

    /** The engine keeps no longer text. */
    static final int LONGEST = 4000;

    private ReadableData() {}

    /** Code, cause and solution, and their data. */
    public static String of(Finding finding) {
        String data = FindingText.write(List.of(finding));
        return data.length() < LONGEST
                ? join(finding.line().inDefault(), data)
                : join(finding.line().inDefault(), FindingText.write(List.of(finding.shortened())));
    }

    /** A localized message as text, and its data. */
    public static String of(LocalizedMessage message) {
        return join(message.inDefault(), LocalizedMessageText.write(message));
    }

    /** What {@link #of(Finding)} wrote; text of an earlier release, which has no data, is quoted as a whole. */
    public static Finding finding(String text) {
        try {
            List<Finding> found = FindingText.read(text.substring(text.lastIndexOf('\n') + 1));
            return found.size() == 1 ? found.get(0) : Finding.ofEarlier(text);
        } catch (IllegalArgumentException noData) {
            return Finding.ofEarlier(text);
        }
    }

    /** The sentence is cut where there is no room for it: the data is not. */
    private static String join(String sentence, String data) {
        int room = LONGEST - 1 - data.length();
        return (sentence.length() > room ? sentence.substring(0, Math.max(0, room)) : sentence) + "\n" + data;
    }
}
