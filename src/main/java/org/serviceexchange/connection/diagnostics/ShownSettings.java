package org.serviceexchange.connection.diagnostics;

import java.util.Map;
import org.serviceexchange.connection.address.AddressSettings;
import org.serviceexchange.connection.contact.ContactSettings;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.suspension.SuspensionSettings;
import org.serviceexchange.notice.NoticeSettings;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/** The settings that matter for a connection: those named here, and no others, because settings can be secrets. */
@Component
class ShownSettings {

    private final InstanceSettings instance;
    private final HeartbeatSettings heartbeat;
    private final ContactSettings contact;
    private final SuspensionSettings suspension;
    private final AddressSettings address;
    private final NoticeSettings notice;

    ShownSettings(
            InstanceSettings instance,
            HeartbeatSettings heartbeat,
            ContactSettings contact,
            SuspensionSettings suspension,
            AddressSettings address,
            NoticeSettings notice) {
        this.instance = instance;
        this.heartbeat = heartbeat;
        this.contact = contact;
        this.suspension = suspension;
        this.address = address;
        this.notice = notice;
    }

    Map<String, Object> all() {
        return Facts.of("service-exchange.instance.base-url", instance.baseUrl())
                .and("service-exchange.heartbeat.pause", heartbeat.pause())
                .and("service-exchange.heartbeat.per-second", heartbeat.perSecond())
                .and("service-exchange.heartbeat.slow-after", heartbeat.slowAfter())
                .and("service-exchange.contact.lost-after", contact.lostAfter())
                .and("service-exchange.suspension.longest", suspension.longest())
                .and("service-exchange.address.former-for", address.formerFor())
                .and("service-exchange.notice.silent-after", notice.silentAfter())
                .map();
    }
}
