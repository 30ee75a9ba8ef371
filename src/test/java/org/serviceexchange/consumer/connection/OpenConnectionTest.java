package org.serviceexchange.consumer.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.protocol.AtOnce;
import org.springframework.beans.factory.annotation.Autowired;

@InstanceTest
class OpenConnectionTest {

    @Autowired
    OpenConnection openConnection;

    @Autowired
    ProviderConnections connections;

    @Test
    void opensOneConnectionForALinkThatIsOpenedTwiceAtOnce() throws Exception {
        RegistrationLink link = new RegistrationLink(
                URI.create("https://twice.example.com"),
                "REG0007001",
                "w".repeat(43),
                TestConnections.link().pin());
        List<String> numbers = AtOnce.twice(() -> openConnection.open(link, TestUsers.ADMIN));
        assertThat(numbers).hasSize(2).containsOnly(numbers.get(0));
        assertThat(connections.find(numbers.get(0))).isPresent();
        assertThat(openConnection.open(link, TestUsers.ADMIN)).isEqualTo(numbers.get(0));
    }
}
