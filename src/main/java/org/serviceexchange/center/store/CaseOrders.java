package org.serviceexchange.center.store;

import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.platform.store.SortColumn;
import org.serviceexchange.platform.store.SortColumn.Kind;
import org.serviceexchange.platform.store.SortOrder;

/** By which columns cases are sorted. */
final class CaseOrders {

    private static final String NUMBER = "number";

    private CaseOrders() {}

    static SortOrder of(Order order, CaseTable table) {
        return switch (order) {
            case NEWEST -> SortOrder.by(true, NUMBER, new SortColumn(table.began(), Kind.TIME));
            case WAITING ->
                SortOrder.by(
                        false, NUMBER, new SortColumn("ended", Kind.FLAG), new SortColumn("turn_since", Kind.TIME));
            case NAME -> SortOrder.by(false, NUMBER, new SortColumn("name_key", Kind.TEXT));
            case EXPIRY -> SortOrder.by(false, NUMBER, new SortColumn("due_at", Kind.TIME));
        };
    }
}
