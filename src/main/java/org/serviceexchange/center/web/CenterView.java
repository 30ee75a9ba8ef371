package org.serviceexchange.center.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CasePage;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.Side;

/**
 * One side of the Center as the template shows it.
 *
 * @param own whether only the user's own cases as a contact are shown, without what concerns admins
 */
record CenterView(
        CenterAddress address,
        Side side,
        CaseNumbers numbers,
        CasePage page,
        List<CaseSource.State> states,
        boolean own,
        Instant now) {

    /** A count at the top of the page and the filter that it links to. */
    record Tile(String key, int count, boolean current, String address) {

        /** Whether there are more cases than were counted. */
        public boolean most() {
            return count >= CaseNumbers.MOST;
        }
    }

    /** An option of a list in the search form. */
    record Choice(String value, String key, boolean current) {}

    public List<Case> cases() {
        return page.cases();
    }

    public boolean empty() {
        return page.cases().isEmpty();
    }

    public boolean filtered() {
        return address.filtered();
    }

    /** The group as the search form submits it again. */
    public @Nullable String group() {
        return address.group().map(CenterAddress::key).orElse(null);
    }

    public @Nullable String state() {
        return address.state();
    }

    public String text() {
        return address.text();
    }

    /** The page of a case. */
    public String path(Case one) {
        return (provider() ? "/registrations/" : "/connections/") + one.number();
    }

    public boolean provider() {
        return side == Side.PROVIDER;
    }

    public List<Tile> tiles() {
        return Arrays.stream(Group.values())
                .map(group -> {
                    boolean current = address.group().filter(group::equals).isPresent();
                    String target = address.showing(current ? null : group).text("/");
                    return new Tile("center.number." + group, numbers.of(group), current, target);
                })
                .toList();
    }

    public List<Tile> sides() {
        return Arrays.stream(Side.values())
                .map(one -> new Tile(
                        "center.side." + one, 0, one == side, address.of(one).text("/")))
                .toList();
    }

    public List<Choice> orders() {
        return Arrays.stream(Order.values())
                .map(order -> new Choice(CenterAddress.key(order), key(order), order == address.order()))
                .toList();
    }

    private String key(Order order) {
        return order == Order.NAME ? "center.sort.NAME." + side : "center.sort." + order;
    }

    /** Where to retry the stopped steps of all cases; null if there are none. */
    public @Nullable String retryAll() {
        return numbers.of(Group.STOPPED) == 0 ? null : StoppedStepsPage.PATH + "/" + side.key() + "/retry";
    }

    /** Whether the link of a case expires so soon that it is highlighted. */
    public boolean near(Case one) {
        Instant expiry = one.expiresAt();
        return expiry != null && expiry.isBefore(now.plus(CaseQuery.SOON));
    }

    /** The URL of the same side without a filter. */
    public String cleared() {
        return address.of(side).text("/");
    }

    public @Nullable String previous() {
        return page.previous() == null ? null : address.before(page.previous()).text("/");
    }

    public @Nullable String next() {
        return page.next() == null ? null : address.after(page.next()).text("/");
    }
}
