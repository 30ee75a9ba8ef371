package org.serviceexchange.consumer.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.RegistrationLink;

/**
 * The registrations that were opened in one browser, the newest first: somebody who has two invitations open in two tabs
 * can begin with each of them.
 */
record KeptLinks(List<KeptLink> all) {

    static final KeptLinks NOTHING = new KeptLinks(List.of());

    /** What fits into a cookie of 4096 bytes after sealing, which adds a third and some. */
    private static final int MOST_CHARACTERS = 2600;

    private static final String SEPARATOR = "\n";
    private static final int LINES = 4;

    /** The one that a page shows; the newest if it names none; empty if it is not kept any more. */
    Optional<KeptLink> shown(@Nullable String provider, @Nullable String registration) {
        return all.stream()
                .filter(kept -> registration == null || kept.isOf(provider, registration))
                .findFirst();
    }

    /** With this one as the newest, in place of an earlier one of the same registration. */
    KeptLinks with(KeptLink newest) {
        return new KeptLinks(Stream.concat(
                        Stream.of(newest),
                        all.stream().filter(kept -> !kept.isOf(newest.provider(), newest.registration())))
                .toList());
    }

    /** Without the oldest ones, if they are too many for a cookie. */
    String text() {
        List<String> texts = new ArrayList<>(all.stream().map(KeptLinks::text).toList());
        while (texts.size() > 1 && texts.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
            texts.remove(texts.size() - 1);
        }
        return String.join(SEPARATOR, texts);
    }

    private static String text(KeptLink kept) {
        RegistrationLink link = kept.link();
        return Stream.of(
                        kept.provider(),
                        kept.registration(),
                        link == null ? String.valueOf(kept.number()) : link.secret(),
                        link == null ? "" : link.pin())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Reads what {@link #text()} wrote. */
    static KeptLinks of(String text) {
        String[] lines = text.split(SEPARATOR, -1);
        List<KeptLink> read = new ArrayList<>();
        for (int at = 0; at + LINES <= lines.length; at += LINES) {
            read.add(kept(Arrays.asList(lines).subList(at, at + LINES)));
        }
        return new KeptLinks(List.copyOf(read));
    }

    private static KeptLink kept(List<String> lines) {
        String third = lines.get(2);
        return KeptLink.isNumber(third)
                ? new KeptLink(lines.get(0), lines.get(1), null, third)
                : KeptLink.opened(RegistrationLink.of(lines.get(0), lines.get(1), third, lines.get(3)));
    }
}
