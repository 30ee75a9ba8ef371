package org.serviceexchange.connection.health;

/** Something that is known to go wrong with this instance itself, whichever connections there are. */
public enum InstanceIssue {
    KEY_MANAGEMENT(Remedy.ASK),
    RECORDS(Remedy.NEVER),
    ONBOARDING(Remedy.ASK),
    NOTICES(Remedy.ASK);

    /** How many of the 100 points of the whole each takes. */
    public static final int POINTS = 10;

    private final Remedy remedy;

    InstanceIssue(Remedy remedy) {
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }
}
