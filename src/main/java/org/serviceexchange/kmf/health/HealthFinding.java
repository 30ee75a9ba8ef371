package org.serviceexchange.kmf.health;

import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport.ComponentHealth;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** The result of a check, with one sentence for people (a message {@code kmf.found.*}). */
record HealthFinding(Health health, LocalizedMessage message) {

    private static final Logger LOG = LoggerFactory.getLogger(HealthFinding.class);

    static HealthFinding operational(String message, Object... arguments) {
        return new HealthFinding(Health.OPERATIONAL, found(message, arguments));
    }

    static HealthFinding degraded(String message, Object... arguments) {
        return new HealthFinding(Health.DEGRADED, found(message, arguments));
    }

    static HealthFinding malfunction(String message, Object... arguments) {
        return new HealthFinding(Health.MALFUNCTION, found(message, arguments));
    }

    static HealthFinding disabled(String message) {
        return new HealthFinding(Health.DISABLED, found(message));
    }

    /** As the report shows it. */
    ComponentHealth of(HealthCheck check) {
        return new ComponentHealth(
                LocalizedMessage.of("kmf.component." + check.component()), health, message, check.gatesOnboarding());
    }

    private static LocalizedMessage found(String message, Object... arguments) {
        return LocalizedMessage.of("kmf.found." + message, arguments);
    }

    /** What a check finds; one that throws is a malfunction. That the database cannot be reached says nothing about a component. */
    static HealthFinding by(HealthCheck check, KeyInventory keys) {
        try {
            return check.check(keys);
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (Problem e) {
            return new HealthFinding(Health.MALFUNCTION, e.message());
        } catch (Exception e) {
            LOG.error(
                    "The health check of component {} failed with an exception; it is reported as a malfunction.",
                    check.component(),
                    e);
            return malfunction("checkFailed");
        }
    }
}
