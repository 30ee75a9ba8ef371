package org.serviceexchange.connection.life.engine;

/** Element ids, messages and variables of {@code processes/connection-life.bpmn} that the code uses. */
public final class LifeElements {

    public static final String PROCESS = "connection-life";

    static final String AWAIT_ROTATION = "receiveTask_awaitRotation";
    static final String ROTATION_DUE_TIMER = "event_rotationDue";
    static final String ROTATE_KEYS = "serviceTask_rotateKeys";
    static final String PROVE_NEW_KEYS = "serviceTask_proveNewKeys";

    static final String AWAIT_RESUMPTION = "receiveTask_awaitResumption";
    static final String SUSPENSION_OVER_TIMER = "event_suspensionOver";

    static final String RESTORE_CONTACT = "userTask_restoreContact";
    static final String TRY_CONTACT = "serviceTask_tryContact";
    static final String DECIDE_BETWEEN_TWO_DATABASES = "userTask_decideBetweenTwoDatabases";

    static final String ROTATION_ASKED = "rotationAsked";
    static final String KEYS_ROTATED = "keysRotated";
    static final String SUSPENSION_CHANGED = "suspensionChanged";
    static final String CONTACT_LOST = "contactLost";
    static final String PEER_HEARD_AGAIN = "peerHeardAgain";
    static final String PEER_DOUBLED = "peerDoubled";
    static final String ONE_PEER_LEFT = "onePeerLeft";
    static final String CONNECTION_ENDED = "connectionEnded";

    static final String CONNECTION_NUMBER = "connectionNumber";
    static final String REGISTRATION_NUMBER = "registrationNumber";
    public static final String ALIVE = "alive";
    public static final String ROTATION_DUE = "rotationDue";
    public static final String NEW_KEYS_AGREED = "newKeysAgreed";

    public static final String SUSPENDED = "suspended";
    public static final String SUSPENDED_UNTIL = "suspendedUntil";

    public static final String CONTACT_RESTORED = "contactRestored";

    private LifeElements() {}
}
