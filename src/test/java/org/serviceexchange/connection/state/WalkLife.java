package org.serviceexchange.connection.state;

import java.util.HashSet;
import java.util.Set;
import org.serviceexchange.connection.life.ConnectionLife;

/** The processes of one side's living connections, of which a walk carries out the rotations that were asked for. */
final class WalkLife implements ConnectionLife {

    /** Connections whose process was told to rotate, and has not begun. */
    final Set<String> asked = new HashSet<>();

    @Override
    public void begin(String number) {}

    @Override
    public boolean rotationAsked(String number) {
        return asked.add(number);
    }

    @Override
    public void keysRotated(String number) {}

    @Override
    public void suspensionChanged(String number) {}

    @Override
    public boolean contactLost(String number, String subject) {
        return false;
    }

    @Override
    public boolean peerDoubled(String number, String subject) {
        return false;
    }

    @Override
    public void alarmOver(String number, boolean lost) {}

    @Override
    public void ended(String number) {
        asked.remove(number);
    }

    @Override
    public boolean retry(String number) {
        return false;
    }
}
