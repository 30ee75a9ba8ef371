package org.serviceexchange.provider.invitation.engine;

import org.serviceexchange.provider.registration.ProviderSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tells the operator that times of reminders stand in settings, so that the table of the analyst is not asked. */
@Component
class FormerReminderSettings implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FormerReminderSettings.class);

    private final ProviderSettings settings;

    FormerReminderSettings(ProviderSettings settings) {
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.hasReminders()) {
            LOG.warn(
                    "service-exchange.provider.reminders or service-exchange.provider.expiry-notice is set. These times hold, and"
                            + " the table processes/reminders.dmn, in which times of reminders stand now, is not asked. Enter the times"
                            + " there and remove both settings.");
        }
    }
}
