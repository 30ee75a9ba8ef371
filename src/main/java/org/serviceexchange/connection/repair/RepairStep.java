package org.serviceexchange.connection.repair;

import java.util.List;

/**
 * A step at which a case stands.
 *
 * @param id of its element
 * @param name in the reader's language
 * @param offers one for each {@link RepairAct}
 */
public record RepairStep(String id, String name, List<RepairOffer> offers) {

    public RepairStep {
        offers = List.copyOf(offers);
    }
}
