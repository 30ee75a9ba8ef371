package org.serviceexchange.approval;

import java.util.Arrays;
import java.util.Optional;

/** What an approval comes before, in the order of an onboarding. A later step also needs the approvals of the earlier ones. */
public enum ApprovalPlace {
    /** The link is made and sent. */
    LINK("link"),
    /** The consumer shows its link to the provider. */
    CLAIM("claim"),
    /** Keys are exchanged; a consumer authenticates for it at the provider. */
    KEY_EXCHANGE("keyExchange"),
    /** The connection becomes active. */
    ACTIVATION("activation");

    private final String word;

    ApprovalPlace(String word) {
        this.word = word;
    }

    /** As it is written in a model. */
    public static Optional<ApprovalPlace> of(String word) {
        return Arrays.stream(values()).filter(place -> place.word.equals(word)).findFirst();
    }
}
