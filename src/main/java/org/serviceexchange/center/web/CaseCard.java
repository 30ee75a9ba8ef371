package org.serviceexchange.center.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.Side;
import org.serviceexchange.connection.overview.web.LivingCard;
import org.serviceexchange.connection.overview.web.LivingCards;

/**
 * A case as lists show it, alike on the start page and on the lists of both sides.
 *
 * @param own whether it is shown to its contact, without what concerns admins
 * @param near whether its link expires so soon that it is highlighted
 * @param living how its connection goes; null if it has none
 */
record CaseCard(
        Case one,
        Side side,
        boolean own,
        boolean near,
        @Nullable LivingCard living) {

    /** All cards of a page; their connections are read in a fixed number of statements. */
    static List<CaseCard> of(List<Case> cases, Side side, boolean own, LivingCards livingCards, Instant now) {
        Map<String, LivingCard> living = own
                ? Map.of()
                : livingCards.of(cases.stream()
                        .map(Case::connection)
                        .filter(Objects::nonNull)
                        .toList());
        return cases.stream()
                .map(one -> new CaseCard(one, side, own, near(one, now), card(one, living)))
                .toList();
    }

    private static @Nullable LivingCard card(Case one, Map<String, LivingCard> living) {
        return one.connection() == null ? null : living.get(one.connection());
    }

    private static boolean near(Case one, Instant now) {
        Instant expiry = one.expiresAt();
        return expiry != null && expiry.isBefore(now.plus(CaseQuery.SOON));
    }

    /** The number that it is known by: that of the connection, if it lives. */
    public String number() {
        return one.connection() == null || own ? one.number() : one.connection();
    }

    /** The page of the connection if it lives, else of the case. */
    public String path() {
        if (side == Side.CONSUMER) {
            return "/connections/" + one.number();
        }
        return one.connection() == null
                ? "/registrations/" + one.number()
                : "/consumer-connections/" + one.connection();
    }

    /** Whether a person of this instance has to decide about the living connection. */
    public boolean asking() {
        return living != null && living.health().waiting();
    }
}
