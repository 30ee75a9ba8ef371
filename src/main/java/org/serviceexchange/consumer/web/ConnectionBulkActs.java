package org.serviceexchange.consumer.web;

import java.util.Optional;
import org.serviceexchange.center.BulkAct;
import org.serviceexchange.center.Side;
import org.serviceexchange.consumer.closing.RequestConnectionCancellation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with many provider connections at once. */
@Configuration(proxyBeanMethods = false)
class ConnectionBulkActs {

    @Bean
    BulkAct cancelManyConnections(ProviderConnections connections, RequestConnectionCancellation requestCancellation) {
        return new BulkAct(
                Side.CONSUMER, "cancel", number -> obstacle(connections, number), requestCancellation::request);
    }

    private static Optional<LocalizedMessage> obstacle(ProviderConnections connections, String number) {
        Optional<ProviderConnection> found = connections.find(number);
        if (found.isEmpty()) {
            return Optional.of(LocalizedMessage.of("center.bulk.unknown"));
        }
        return found.filter(connection -> connection.state().ended())
                .map(connection -> connection.state().label());
    }
}
