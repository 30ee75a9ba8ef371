package org.serviceexchange.connection.act.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * What off-boarding would take away, in the sentences of the page that asks for it.
 *
 * @param peer name of the other instance
 * @param here what goes at this instance
 * @param there what goes at the other one
 */
record OffBoardingPreview(String number, String peer, List<String> here, List<String> there, String note) {

    static OffBoardingPreview of(ConnectionSide side, String number, String peer, Locale language) {
        return new OffBoardingPreview(
                number,
                peer,
                inWords(language, "offboarding.here.keys", "offboarding.here." + side, "offboarding.here.evidence"),
                inWords(language, "offboarding.there.told", "offboarding.there.silent"),
                Messages.of("offboarding.final", language));
    }

    private static List<String> inWords(Locale language, String... keys) {
        return Stream.of(keys).map(key -> Messages.of(key, language)).toList();
    }
}
