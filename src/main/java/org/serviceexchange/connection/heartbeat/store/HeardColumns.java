package org.serviceexchange.connection.heartbeat.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Heard;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.lineage.PeerView;
import org.serviceexchange.platform.store.Row;

/** What is known of the other side, as columns of the table heartbeat. */
final class HeardColumns {

    static final String UPDATE =
            "update heartbeat set heard_at = ?, peer_version = ?, peer_incarnation = ?, peer_incarnation_id = ?,"
                    + " peer_counter = ?, peer_last = ?, peer_answer = ?, asking = ?, asking_id = ?, copied = ?,"
                    + " copied_id = ?, adoptions = ?, beats = ?, quarantined = ?,"
                    // Who is there is asked at once who it is, and tried at once if it did not answer before
                    + " next_at = case when next_at > ? and (? or failures > 1 and ?) then ? else next_at end"
                    + " where module = ?";

    private HeardColumns() {}

    /** The parameters of {@link #UPDATE}. */
    static List<@Nullable Object> values(String module, Heard heard, Instant now, boolean there) {
        PeerView view = heard.view();
        OwnLine known = view.known();
        return Arrays.asList(
                Row.utcOrNull(heard.at()),
                heard.version(),
                number(known == null ? null : known.incarnation()),
                id(known == null ? null : known.incarnation()),
                known == null ? null : known.counter(),
                view.last(),
                heard.answer(),
                number(view.asking()),
                id(view.asking()),
                number(view.copy()),
                id(view.copy()),
                view.adoptions(),
                view.beats(),
                view.quarantined(),
                Row.utc(now),
                view.asking() != null,
                there,
                Row.utc(now),
                module);
    }

    private static @Nullable Long number(@Nullable Incarnation incarnation) {
        return incarnation == null ? null : incarnation.number();
    }

    private static @Nullable String id(@Nullable Incarnation incarnation) {
        return incarnation == null ? null : incarnation.id();
    }
}
