package org.serviceexchange.center.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.Side;

/**
 * The start page: the connections that live, those first that need somebody, then what is still on its way to one.
 *
 * @param begin what a provider still lacks before its first connection: the last part of the keys of its words
 */
record CenterStart(List<CaseCard> living, List<CaseCard> underWay, List<Numbers> numbers, String begin) {

    CenterStart {
        living = List.copyOf(living);
        underWay = List.copyOf(underWay);
        numbers = List.copyOf(numbers);
    }

    /** The numbers of one side. */
    record Numbers(Side side, CaseNumbers counted) {

        public CenterView.Tile live() {
            return tile(Group.LIVE);
        }

        /** Null if there is no trouble. */
        public CenterView.@Nullable Tile troubled() {
            return counted.of(Group.TROUBLED) == 0 ? null : tile(Group.TROUBLED);
        }

        public CenterView.Tile underWay() {
            return tile(Group.UNDER_WAY);
        }

        private CenterView.Tile tile(Group group) {
            String key = "center.start." + group + "." + side;
            return new CenterView.Tile(key, counted.of(group), false, CenterAddress.list(side, group));
        }
    }

    public List<CenterView.Tile> sides() {
        return CenterView.sides(null);
    }

    /** Whether there has never been a case at all. */
    public boolean first() {
        return numbers.stream().noneMatch(side -> side.counted().any());
    }

    /** The sides that have cases. */
    public List<Numbers> used() {
        return numbers.stream().filter(side -> side.counted().any()).toList();
    }
}
