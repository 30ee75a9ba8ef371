package org.serviceexchange.connection.life.engine;

import java.util.List;
import java.util.Map;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.serviceexchange.platform.engine.ProcessRegistration.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the process of living connections and its delegates. */
@Configuration(proxyBeanMethods = false)
class ConnectionLifeDefinition {

    @Bean
    ProcessRegistration connectionLifeProcess() {
        return new ProcessRegistration(
                LifeElements.PROCESS,
                "connection",
                "",
                "",
                Map.of(),
                List.of(new Column(LifeElements.CONNECTION_NUMBER, "tasklist.column.number")),
                Map.of());
    }

    @Bean
    ProcessDiagram connectionLifeDiagram(ProcessPictures pictures, FailedSteps failed) {
        return new ProcessDiagram(LifeElements.PROCESS, pictures, failed);
    }
}
