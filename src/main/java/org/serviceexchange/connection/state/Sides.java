package org.serviceexchange.connection.state;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The features of this instance that share records with peers; looked up late, because closing a record may ask its peer first. */
@Component
public class Sides {

    private final ObjectProvider<SharedRecords> features;

    public Sides(ObjectProvider<SharedRecords> features) {
        this.features = features;
    }

    List<SharedRecords> all() {
        return features.stream().toList();
    }

    /** The feature of this side; empty if this instance never is on it. */
    Optional<SharedRecords> of(ConnectionSide side) {
        return features.stream().filter(known -> known.side() == side).findFirst();
    }
}
