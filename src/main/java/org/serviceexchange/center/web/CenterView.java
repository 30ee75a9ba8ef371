package org.serviceexchange.center.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CasePage;
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
        List<CaseCard> cards,
        List<CaseSource.State> states,
        boolean own) {

    /** A count at the top of the page and the filter that it links to. */
    record Tile(String key, int count, boolean current, String address) {

        /** Whether there are more cases than were counted. */
        public boolean most() {
            return count >= CaseNumbers.MOST;
        }
    }

    /** An option of a list in the search form. */
    record Choice(String value, String key, boolean current) {}

    public boolean empty() {
        return cards.isEmpty();
    }

    /** How many cases are in a state. */
    public Tile stateTile(CaseSource.State one) {
        return new Tile(one.name(), numbers.in(one.name()), one.name().equals(address.state()), "");
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
        return sides(side);
    }

    /** The start page and the lists of both sides; null for the side on the start page. */
    static List<Tile> sides(@Nullable Side shown) {
        Stream<Tile> start = Stream.of(new Tile("center.side.start", 0, shown == null, "/"));
        Stream<Tile> lists = Arrays.stream(Side.values())
                .map(one -> new Tile("center.side." + one, 0, one == shown, CenterAddress.list(one, null)));
        return Stream.concat(start, lists).toList();
    }

    /** Whether the list is a table instead of cards. */
    public boolean table() {
        return address.table();
    }

    /** The same list as cards or as a table, whichever it is not. */
    public Tile otherLook() {
        CenterAddress other = address.look(address.table() ? null : CenterAddress.TABLE);
        return new Tile(address.table() ? "center.look.cards" : "center.look.table", 0, false, other.text("/"));
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
